package org.oqiga.gazetteer;

/** A point on the globe in WGS 84 degrees, longitude first. */
public record Spot(double lon, double lat) {

    private static final double MEAN_EARTH_DIAMETER_KM = 12742.0176;

    public Spot {
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            throw new IllegalArgumentException("lon is -180 to 180 and lat -90 to 90, was " + lon + ", " + lat);
        }
    }

    /** The great-circle distance in km, by the haversine formula. */
    public double kmTo(Spot other) {
        double p = Math.toRadians(lat);
        double q = Math.toRadians(other.lat);
        double h = square(Math.sin((q - p) / 2))
                + Math.cos(p) * Math.cos(q) * square(Math.sin(Math.toRadians(other.lon - lon) / 2));
        return MEAN_EARTH_DIAMETER_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    private static double square(double x) {
        return x * x;
    }
}
