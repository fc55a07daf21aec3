package org.oqiga.store;

/** A box on the globe in degrees; where {@code west} is greater than {@code east} it lies across the antimeridian. */
public record Bbox(double west, double south, double east, double north) {

    public Bbox {
        if (!(Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north)) {
            throw new IllegalArgumentException("a box is west, south, east, north in degrees, was " + west + "," + south
                    + "," + east + "," + north);
        }
    }

    boolean acrossAntimeridian() {
        return west > east;
    }
}
