package org.oqiga.store;

/**
 * A cell of the grid of flat-topped hexagons over the web map's plane (EPSG:3857, metres), one of them centred on its origin: the same
 * grid as PostGIS' {@code ST_HexagonGrid} draws, so that counts can be joined with what others have made there.
 *
 * @param column counted to the east
 * @param row counted to the north; odd columns are half a row further north
 */
record Hexagon(int column, int row) {

    private static final double SQRT3 = Math.sqrt(3);
    private static final double RADIUS_M = 6_378_137; // the sphere of the web map's plane
    private static final double[][] CORNERS = {
        {-1, 0}, {-0.5, -SQRT3 / 2}, {0.5, -SQRT3 / 2}, {1, 0}, {0.5, SQRT3 / 2}, {-0.5, SQRT3 / 2}, {-1, 0}
    };

    /** The hexagon with edges of {@code edge} metres in which a point of the plane lies. */
    static Hexagon at(double x, double y, double edge) {
        // in axial coordinates, rounded so that the three of the cube still add up to nothing
        double q = 2.0 / 3 * x / edge;
        double r = (SQRT3 / 3 * y - x / 3) / edge;
        double s = -q - r;
        long wholeQ = Math.round(q);
        long wholeR = Math.round(r);
        long wholeS = Math.round(s);
        double offQ = Math.abs(wholeQ - q);
        double offR = Math.abs(wholeR - r);
        double offS = Math.abs(wholeS - s);
        if (offQ > offR && offQ > offS) {
            wholeQ = -wholeR - wholeS;
        } else if (offR > offS) {
            wholeR = -wholeQ - wholeS;
        }
        return new Hexagon((int) wholeQ, (int) (wholeR + Math.floorDiv(wholeQ, 2)));
    }

    /** Its border as the coordinates of a GeoJSON polygon, counter-clockwise: lon, lat in degrees, to a decimetre. */
    String coordinates(double edge) {
        double x = 1.5 * edge * column;
        double y = SQRT3 * edge * (row + (Math.floorMod(column, 2) == 1 ? 0.5 : 0));
        var text = new StringBuilder("[[");
        for (int i = 0; i < CORNERS.length; i++) {
            text.append(i == 0 ? "[" : ",[")
                    .append(degrees((x + CORNERS[i][0] * edge) / RADIUS_M))
                    .append(',')
                    .append(degrees(2 * Math.atan(Math.exp((y + CORNERS[i][1] * edge) / RADIUS_M)) - Math.PI / 2))
                    .append(']');
        }
        return text.append("]]").toString();
    }

    private static double degrees(double radians) {
        return Math.round(Math.toDegrees(radians) * 1e6) / 1e6;
    }
}
