package org.oqiga.geoparse;

import java.util.List;
import org.oqiga.gazetteer.Place;

/**
 * The towns that a report names, and how far others lie from them. As points of a globe, since a straight line through it says by
 * a few products which town is nearest; the way to that one alone is reckoned with sines.
 */
final class Nearby {

    /** How far the squares of two lines may lie apart that are as long. */
    private static final double ERROR = 1e-12;

    private final List<Place> towns;
    private final double[] points;

    Nearby(List<Place> towns) {
        this.towns = towns;
        this.points = new double[3 * towns.size()];
        for (int i = 0; i < towns.size(); i++) {
            put(towns.get(i), points, 3 * i);
        }
    }

    private static void put(Place place, double[] points, int at) {
        double lon = Math.toRadians(place.at().lon());
        double lat = Math.toRadians(place.at().lat());
        points[at] = Math.cos(lat) * Math.cos(lon);
        points[at + 1] = Math.cos(lat) * Math.sin(lon);
        points[at + 2] = Math.sin(lat);
    }

    boolean isEmpty() {
        return towns.isEmpty();
    }

    /** The way from the place to the nearest other town in km; infinite where there is none. */
    double kmTo(Place place) {
        var point = new double[3];
        put(place, point, 0);
        var lines = new double[towns.size()];
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < lines.length; i++) {
            double x = points[3 * i] - point[0];
            double y = points[3 * i + 1] - point[1];
            double z = points[3 * i + 2] - point[2];
            double line = x * x + y * y + z * z;
            lines[i] = line == 0 && towns.get(i).equals(place) ? Double.POSITIVE_INFINITY : line;
            shortest = Math.min(shortest, lines[i]);
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] < shortest + ERROR) {
                nearest = Math.min(nearest, towns.get(i).at().kmTo(place.at()));
            }
        }
        return nearest;
    }
}
