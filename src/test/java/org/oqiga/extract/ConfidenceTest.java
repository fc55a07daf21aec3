package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.oqiga.cli.evaluation.PracticeSet;
import org.oqiga.cli.evaluation.ReportScore;
import org.oqiga.gazetteer.Gazetteer;

class ConfidenceTest {

    private static final double MOST_OFF = 0.06;

    @Test
    void whatIsToldBesideItsPlaceAndDayIsSurerThanWhatALongSentenceTellsOfAYear() {
        var weights = Confidence.load();

        double near = weights.of(List.of("place.clause", "date.clause", "precision.day"));
        double far = weights.of(List.of("place.sentence", "date.passage", "precision.year", "long"));

        assertTrue(near > far, near + " > " + far);
    }

    @Test
    void groundsThatNobodyHasWeighedSayNothing() {
        var weights = Confidence.load();

        assertEquals(weights.of(List.of()), weights.of(List.of("place.nobody-has-heard-of")));
    }

    @Test
    void asManyPracticeIncidentsAreRightAsTheirConfidenceSays() {
        var extractor = new Extractor(Gazetteer.load());
        double sure = 0;
        double right = 0;
        int all = 0;
        for (var set : PracticeSet.all()) {
            for (var read : set.read()) {
                var incidents = extractor.read(read.report()).incidents();
                var score = new ReportScore(read.gold(), read.report(), incidents);
                for (var incident : incidents) {
                    all++;
                    sure += incident.standing().confidence();
                    right += score.rightAbout(incident).isPresent() ? 1 : 0;
                }
            }
        }

        assertEquals(right / all, sure / all, MOST_OFF, "the rules have changed: run mvn test -Dtest=ConfidenceFit");
    }
}
