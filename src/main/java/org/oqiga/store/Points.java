package org.oqiga.store;

import net.postgis.jdbc.jts.JtsGeometry;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.oqiga.gazetteer.Spot;

/** Points as PostGIS takes them. */
final class Points {

    private static final int WGS_84 = 4326;
    private static final GeometryFactory JTS = new GeometryFactory(new PrecisionModel(), WGS_84);

    private Points() {}

    static JtsGeometry of(Spot spot) {
        return new JtsGeometry(JTS.createPoint(new Coordinate(spot.lon(), spot.lat())));
    }
}
