package org.oqiga.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * The coordinate reference systems that coordinates may come and go in, each with the axes in its own order. All of them keep
 * meridians and parallels straight, so that a box stays a box.
 */
public enum Crs {
    CRS84("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "longitude, latitude on WGS 84", 90),
    EPSG_4326("http://www.opengis.net/def/crs/EPSG/0/4326", "latitude, longitude on WGS 84", 90),
    EPSG_3857("http://www.opengis.net/def/crs/EPSG/0/3857", "Web Mercator", 85.06),
    EPSG_3395("http://www.opengis.net/def/crs/EPSG/0/3395", "World Mercator", 85.06),
    EPSG_4087("http://www.opengis.net/def/crs/EPSG/0/4087", "World Equidistant Cylindrical", 90);

    // rounding on the way there and back must not push the antimeridian off the globe
    private static final double SLACK = 1e-6;

    private final String uri;
    private final String title;
    private final double farthestNorth;

    Crs(String uri, String title, double farthestNorth) {
        this.uri = uri;
        this.title = title;
        this.farthestNorth = farthestNorth;
    }

    /** Loaded when the first coordinates are to be changed; that takes most of a second. */
    private static final class Transforms {

        private static final MathTransform[] THERE = new MathTransform[values().length];
        private static final MathTransform[] BACK = new MathTransform[values().length];

        static {
            // the EPSG database is unpacked; a folder that another user owns would be in the way
            var folder = "oqiga-epsg-" + System.getProperty("user.name");
            System.setProperty(
                    "EPSG-HSQL.directory",
                    Path.of(System.getProperty("java.io.tmpdir"), folder).toString());
            try {
                for (var crs : values()) {
                    if (crs != CRS84) {
                        var decoded = CRS.decode(crs.name().replace('_', ':'));
                        THERE[crs.ordinal()] = CRS.findMathTransform(DefaultGeographicCRS.WGS84, decoded, true);
                        BACK[crs.ordinal()] = CRS.findMathTransform(decoded, DefaultGeographicCRS.WGS84, true);
                    }
                }
            } catch (FactoryException e) {
                throw new IllegalStateException("the EPSG database does not know a system that we offer", e);
            }
        }
    }

    public static Optional<Crs> of(String uri) {
        return Arrays.stream(values()).filter(crs -> crs.uri.equals(uri)).findFirst();
    }

    /** All of them, for a message. */
    static String uris() {
        return Arrays.stream(values()).map(Crs::uri).collect(Collectors.joining(", "));
    }

    public String uri() {
        return uri;
    }

    /** What it is, for a person. */
    public String title() {
        return title;
    }

    /** How many digits after the point are worth writing: about a centimetre. */
    public int decimals() {
        return this == CRS84 || this == EPSG_4326 ? 7 : 2;
    }

    /** From longitude and latitude; what a projection cannot show is moved to its edge. */
    public Geometry fromLonLat(Geometry shape) {
        return this == CRS84 ? shape : transformed(clamped(shape, farthestNorth), Transforms.THERE[ordinal()]);
    }

    /** To longitude and latitude. */
    public Geometry toLonLat(Geometry shape) {
        return this == CRS84 ? shape : clamped(transformed(shape, Transforms.BACK[ordinal()]), 90);
    }

    private static Geometry transformed(Geometry shape, MathTransform transform) {
        try {
            return JTS.transform(shape, transform);
        } catch (TransformException e) {
            throw new IllegalArgumentException("coordinates that are not of this system", e);
        }
    }

    private static Geometry clamped(Geometry shape, double north) {
        var copy = shape.copy();
        copy.apply(new Clamping(north));
        return copy;
    }

    private record Clamping(double north) implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            double lon = sequence.getOrdinate(i, Coordinate.X);
            double lat = sequence.getOrdinate(i, Coordinate.Y);
            sequence.setOrdinate(
                    i, Coordinate.X, Math.abs(lon) <= 180 + SLACK ? Math.max(-180, Math.min(180, lon)) : lon);
            sequence.setOrdinate(
                    i, Coordinate.Y, Math.abs(lat) <= 90 + SLACK ? Math.max(-north, Math.min(north, lat)) : lat);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
