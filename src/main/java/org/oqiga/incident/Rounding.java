package org.oqiga.incident;

import java.util.Locale;
import org.oqiga.gazetteer.Names;
import org.oqiga.gazetteer.Parents;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.gazetteer.Spot;

/**
 * Tells where something was no more exactly than so many km: the point on a grid, the same however often it is asked, and
 * called by the smallest place around it that says no more than that.
 */
final class Rounding {

    private static final double KM_A_DEGREE = 111.32;
    private static final double DIGITS = 1e4;

    /** Most regions are larger across than this. */
    private static final double REGION_KM = 200;

    private Rounding() {}

    static Place to(double km, Place exact) {
        var called = called(km, exact);
        return new Place(
                called.id(),
                called.names(),
                called.level(),
                onGrid(km, exact.at()),
                called.parents(),
                called.population(),
                Math.max(km, exact.radiusKm()));
    }

    private static Spot onGrid(double km, Spot at) {
        double step = km / KM_A_DEGREE;
        double lat = clamp(Math.rint(at.lat() / step) * step, 90);
        double across = step / Math.max(0.01, Math.cos(Math.toRadians(lat)));
        double lon = clamp(Math.rint(at.lon() / across) * across, 180);
        return new Spot(Math.rint(lon * DIGITS) / DIGITS, Math.rint(lat * DIGITS) / DIGITS);
    }

    private static double clamp(double degrees, double most) {
        return Math.max(-most, Math.min(most, degrees));
    }

    private static Place called(double km, Place exact) {
        var parents = exact.parents();
        boolean saysLittle = exact.level() == PlaceLevel.COUNTRY
                || (exact.level() == PlaceLevel.REGION && km <= REGION_KM)
                || exact.radiusKm() >= km && exact.level() == PlaceLevel.TOWN;
        if (saysLittle || parents.country().isEmpty()) {
            return exact;
        }
        boolean region = km <= REGION_KM && !parents.admin1Id().isEmpty();
        var id = region ? parents.admin1Id() : "country:" + parents.country();
        var name = region ? parents.admin1() : new Locale("", parents.country()).getDisplayCountry(Locale.ENGLISH);
        return new Place(
                id,
                new Names(name, ""),
                region ? PlaceLevel.REGION : PlaceLevel.COUNTRY,
                exact.at(),
                new Parents(parents.country(), "", ""),
                0,
                km);
    }
}
