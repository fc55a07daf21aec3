package org.oqiga.gazetteer;

import java.util.Locale;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.GeodeticCalculator;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Geometry;

/** Measures on the WGS 84 ellipsoid, by GeoTools; exact where {@link Spot#kmTo} is quick. */
final class Geodesy {

    /** Lambert's azimuthal projection about a middle keeps areas, however large the shape. */
    private static final String EQUAL_AREA =
            """
            PROJCS["about %1$.6f %2$.6f",
              GEOGCS["WGS 84", DATUM["WGS_1984", SPHEROID["WGS 84", 6378137, 298.257223563]],
                PRIMEM["Greenwich", 0], UNIT["degree", 0.017453292519943295]],
              PROJECTION["Lambert_Azimuthal_Equal_Area"],
              PARAMETER["latitude_of_center", %2$.6f], PARAMETER["longitude_of_center", %1$.6f],
              PARAMETER["false_easting", 0], PARAMETER["false_northing", 0], UNIT["m", 1]]""";

    private Geodesy() {}

    /** The length of the shortest way on the ellipsoid, in km. */
    static double km(Spot from, Spot to) {
        var calculator = new GeodeticCalculator(DefaultGeographicCRS.WGS84);
        calculator.setStartingGeographicPoint(from.lon(), from.lat());
        calculator.setDestinationGeographicPoint(to.lon(), to.lat());
        return calculator.getOrthodromicDistance() / 1000;
    }

    /** The area of a shape in lon and lat, in square km. */
    static double squareKm(Geometry shape) {
        var middle = shape.getCentroid();
        try {
            var projected = CRS.parseWKT(String.format(Locale.ROOT, EQUAL_AREA, middle.getX(), middle.getY()));
            var projection = CRS.findMathTransform(DefaultGeographicCRS.WGS84, projected, true);
            return JTS.transform(shape, projection).getArea() / 1e6;
        } catch (FactoryException | TransformException e) {
            throw new IllegalStateException("no equal-area projection about " + middle, e);
        }
    }
}
