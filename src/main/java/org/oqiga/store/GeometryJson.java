package org.oqiga.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Writes geometries as GeoJSON does, in the order of their own axes. */
final class GeometryJson {

    private final int decimals;
    private final StringBuilder out = new StringBuilder();

    private GeometryJson(int decimals) {
        this.decimals = decimals;
    }

    static String of(Geometry geometry, int decimals) {
        var json = new GeometryJson(decimals);
        json.out.append("{\"type\":\"").append(geometry.getGeometryType()).append("\",\"coordinates\":");
        json.coordinates(geometry);
        return json.out.append('}').toString();
    }

    private void coordinates(Geometry geometry) {
        switch (geometry.getGeometryType()) {
            case Geometry.TYPENAME_POINT -> point(geometry.getCoordinate());
            case Geometry.TYPENAME_POLYGON -> rings((Polygon) geometry);
            case Geometry.TYPENAME_MULTIPOINT, Geometry.TYPENAME_MULTIPOLYGON -> {
                out.append('[');
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    out.append(i > 0 ? "," : "");
                    coordinates(geometry.getGeometryN(i));
                }
                out.append(']');
            }
            default -> throw new IllegalArgumentException("no layer has a " + geometry.getGeometryType());
        }
    }

    private void rings(Polygon polygon) {
        out.append('[');
        line(polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            out.append(',');
            line(polygon.getInteriorRingN(i).getCoordinates());
        }
        out.append(']');
    }

    private void line(Coordinate[] coordinates) {
        out.append('[');
        for (int i = 0; i < coordinates.length; i++) {
            out.append(i > 0 ? "," : "");
            point(coordinates[i]);
        }
        out.append(']');
    }

    private void point(Coordinate at) {
        out.append('[');
        number(at.x);
        out.append(',');
        number(at.y);
        out.append(']');
    }

    private void number(double value) {
        var rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        out.append(rounded.toPlainString());
    }
}
