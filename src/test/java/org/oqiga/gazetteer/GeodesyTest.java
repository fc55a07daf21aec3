package org.oqiga.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GeodesyTest {

    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final Spot ALMATY = new Spot(76.95, 43.25);
    private static final Spot AKTAU = new Spot(51.15, 43.65);

    @Test
    void theQuickDistanceIsWithinAPercentOfTheEllipsoids() {
        double exact = Geodesy.km(ALMATY, AKTAU);

        assertEquals(exact, ALMATY.kmTo(AKTAU), exact / 100);
    }

    @Test
    void kazakhstanIsAsLargeAsItsSurveySays() {
        // 2,724,900 square km, the Agency for Land Resources; the shape is a simplified one
        double area = GAZETTEER.squareKm(GAZETTEER.country("KZ").orElseThrow()).orElseThrow();

        assertEquals(2_724_900, area, 2_724_900 / 50.0);
    }

    @Test
    void theWestOfTheCountryIsLargerThanEachOfItsRegions() {
        double west = GAZETTEER
                .squareKm(GAZETTEER.place("oqiga:kz-west").orElseThrow())
                .orElseThrow();
        double mangystau = GAZETTEER
                .squareKm(GAZETTEER.place("admin1:KZ.09").orElseThrow())
                .orElseThrow();

        assertTrue(west > 3 * mangystau, west + " and " + mangystau);
    }

    @Test
    void aTownHasNoArea() {
        assertTrue(GAZETTEER.squareKm(GAZETTEER.named("Zhanaozen").get(0)).isEmpty());
    }
}
