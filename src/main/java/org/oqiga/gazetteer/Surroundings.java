package org.oqiga.gazetteer;

import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Finds what a point is in or near, by looking at every place: for single questions, not for many. */
final class Surroundings {

    private static final double KM_A_DEGREE = 111.32;

    /** Who is no farther outside a town than this would still say its name. */
    private static final double OUTSKIRTS_KM = 3;

    /** Offshore, on platforms and in ports, the nearest town's country is meant. */
    private static final double COAST_KM = 100;

    private final PlaceTable places;
    private final Function<Place, Optional<Geometry>> polygon;

    Surroundings(PlaceTable places, Function<Place, Optional<Geometry>> polygon) {
        this.places = places;
        this.polygon = polygon;
    }

    Optional<Place> of(Spot at, double km) {
        Place nearest = null;
        Place around = null;
        double least = Double.MAX_VALUE;
        double deepest = 1;
        for (int i = 0; i < places.size(); i++) {
            if (places.kind(i).level.compareTo(PlaceLevel.TOWN) > 0) {
                continue;
            }
            var row = places.row(i);
            double distance = roughKm(at, row.lon(), row.lat());
            if (distance < least) {
                least = distance;
                nearest = places.place(i);
            }
            double depth = distance / (row.radiusKm() + km + OUTSKIRTS_KM);
            if (depth < deepest) {
                deepest = depth;
                around = places.place(i);
            }
        }
        if (around != null || nearest == null) {
            return Optional.ofNullable(around);
        }
        var parents = nearest.parents();
        var region = place(parents.admin1Id()).filter(it -> covers(it, at));
        var country = place("country:" + parents.country());
        boolean offshore = least <= COAST_KM;
        return region.isPresent() ? region : country.filter(it -> offshore || covers(it, at));
    }

    private Optional<Place> place(String id) {
        int index = places.find(id);
        return index < 0 ? Optional.empty() : Optional.of(places.place(index));
    }

    private boolean covers(Place area, Spot at) {
        var point = new GeometryFactory().createPoint(new Coordinate(at.lon(), at.lat()));
        return polygon.apply(area).filter(shape -> shape.covers(point)).isPresent();
    }

    /** Right within a percent where it matters, which is near. */
    private static double roughKm(Spot at, double lon, double lat) {
        double apart = Math.abs(lon - at.lon());
        double x = Math.min(apart, 360 - apart) * Math.cos(Math.toRadians(at.lat()));
        return KM_A_DEGREE * Math.hypot(x, lat - at.lat());
    }
}
