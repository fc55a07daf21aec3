package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.page.Visitor.date;
import static org.oqiga.page.Visitor.shown;
import static org.oqiga.page.Visitor.timeline;
import static org.oqiga.page.Visitor.until;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Playing and choosing time. */
class TimeIT {

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void playingFromTheStartShowsMoreAndMoreUntilAllIsShown() {
        var page = visitor.open("?speed=8");
        int all = shown(page);
        page.locator("[data-action=play]").click();
        until(page, "few incidents", () -> shown(page) < all / 2);
        until(page, "all incidents again", () -> shown(page) == all);
        page.locator("[data-action=play]").waitFor();
    }

    @Test
    void pausingStaysWhereItIs() {
        var page = visitor.open("");
        page.locator("[data-action=play]").click();
        page.waitForTimeout(700);
        page.locator("[data-action=pause]").click();
        var where = date(page);
        page.waitForTimeout(500);
        assertEquals(where, date(page));
    }

    @Test
    void theSpaceBarPlaysAndPausesWhereTheTimelineHasTheFocus() {
        var page = visitor.open("");
        timeline(page).focus();
        page.keyboard().press(" ");
        page.locator("[data-action=pause]").waitFor();
        page.keyboard().press(" ");
        page.locator("[data-action=play]").waitFor();
    }

    @Test
    void arrowKeysMoveByAStepAndHomeAndEndJump() {
        var page = visitor.open("");
        timeline(page).focus();
        page.keyboard().press("Home");
        var first = date(page);
        page.keyboard().press("ArrowRight");
        var second = date(page);
        assertNotEquals(first, second);
        page.keyboard().press("ArrowLeft");
        assertEquals(first, date(page));
        page.keyboard().press("End");
        var last = date(page);
        page.keyboard().press("ArrowRight");
        assertEquals(last, date(page), "there is nothing behind the end");
    }

    @Test
    void theButtonsStepForwardAndBack() {
        var page = visitor.open("?to=2022-01-05");
        assertEquals("5 January 2022", date(page));
        page.locator("[data-action=step-forward]").click();
        assertEquals("6 January 2022", date(page));
        page.locator("[data-action=step-back]").click();
        page.locator("[data-action=step-back]").click();
        assertEquals("4 January 2022", date(page));
    }

    @Test
    void aFasterSpeedIsFaster() {
        assertTrue(millisOfAPlayback("8") * 2 < millisOfAPlayback("2"));
    }

    private long millisOfAPlayback(String speed) {
        var page = visitor.open("");
        page.locator("select[data-action=speed]").selectOption(speed);
        page.locator("[data-action=play]").click();
        page.locator("[data-action=pause]").waitFor();
        long began = System.nanoTime();
        page.locator("[data-action=play]").waitFor();
        return (System.nanoTime() - began) / 1_000_000;
    }

    @Test
    void aLoopBeginsAgainAtTheStart() {
        var page = visitor.open("?speed=8");
        int all = shown(page);
        page.locator("[data-action=loop]").click();
        page.locator("[data-action=play]").click();
        until(page, "the start", () -> shown(page) < all / 2);
        until(page, "the end", () -> shown(page) > all * 9 / 10);
        until(page, "the start again", () -> shown(page) < all / 2);
        page.locator("[data-action=pause]").click();
    }

    @Test
    void aMovingWindowShowsOnlyWhatHappenedInIt() {
        var page = visitor.open("?span=day&to=2022-01-05");
        long then = visitor.site().incidents("").stream()
                .map(incident -> incident.path("properties"))
                .filter(p -> p.path("start").asText().substring(0, 10).compareTo("2022-01-05") <= 0
                        && p.path("end").asText().substring(0, 10).compareTo("2022-01-05") >= 0)
                .count();
        assertEquals(then, shown(page));
    }

    @Test
    void theWindowsOfAllLengthsAreOffered() {
        var page = visitor.open("?to=2022-01-05");
        int before = 0;
        for (var span : new String[] {"hour", "hours6", "day", "days3", "week"}) {
            page.locator("select[data-action=span]").selectOption(span);
            assertTrue(shown(page) >= before, span + " shows less than a shorter one");
            assertTrue(page.url().contains("span=" + span), page.url());
            before = shown(page);
        }
    }

    @Test
    void aMarkComesAndGoesOverItsOwnPeriod() {
        // a riot of one day in the middle of the map, and nothing else
        var page = visitor.open("?place=geonames:1516905&span=day&to=2022-01-03&speed=0.5&map=9/42.90/71.37"
                + "&hide=protest,seizure,arson,clash,attack,casualties,arrest,emergency,deployment,operation,politics,"
                + "blackout,disruption");
        page.locator("[data-action=play]").click();
        var seen = (List<?>)
                page.evaluate(
                        """
                        () => new Promise((resolve) => {
                            const canvas = document.querySelector('.leaflet-marks-pane canvas');
                            const seen = [0];
                            const look = () => {
                                const {data} = canvas.getContext('2d').getImageData(canvas.width / 2 - 2, canvas.height / 2 - 2, 4, 4);
                                const alpha = data.reduce((most, value, i) => i % 4 === 3 ? Math.max(most, value) : most, 0);
                                if (alpha !== seen.at(-1)) seen.push(alpha);
                                if (seen.length > 1 && !alpha) resolve(seen);
                                else requestAnimationFrame(look);
                            };
                            look();
                        })""");
        var alphas = seen.stream().map(value -> ((Number) value).intValue()).toList();
        int most = alphas.stream().max(Comparator.naturalOrder()).orElseThrow();
        assertTrue(most > 200, "it is there: " + alphas);
        var coming = alphas.subList(0, alphas.indexOf(most));
        assertTrue(coming.size() > 3, "it comes by and by: " + alphas);
        assertEquals(coming.stream().sorted().toList(), coming);
        var going = alphas.subList(alphas.indexOf(most), alphas.size());
        assertTrue(going.size() > 4, "it goes by and by: " + alphas);
        assertEquals(going.stream().sorted(Comparator.reverseOrder()).toList(), going);
    }

    @Test
    void draggingOverTheTimelineChoosesARange() {
        var page = visitor.open("?span=day&to=2022-01-08");
        drag(page, 0.2, 0.6);
        assertTrue(page.url().contains("from=2022-01-"), page.url());
        assertEquals("free", page.locator("select[data-action=span]").inputValue());
    }

    @Test
    void aRangeIsChosenFromAllThatHappenedSoFarToo() {
        var page = visitor.open("");
        int all = shown(page);
        drag(page, 0.2, 0.6);
        assertTrue(page.url().contains("from=2022-01-"), page.url());
        assertTrue(shown(page) < all);
    }

    @Test
    void theWindowCanBeDraggedAlong() {
        var page = visitor.open("?from=2022-01-04&to=2022-01-05");
        var window = page.locator(".frame").boundingBox();
        var before = shown(page);
        page.mouse().move(window.x + window.width / 2, window.y + window.height / 2);
        page.mouse().down();
        page.mouse().move(window.x + window.width * 1.5, window.y + window.height / 2);
        page.mouse().up();
        assertTrue(page.url().contains("from=2022-01-06&to=2022-01-07"), page.url());
        assertNotEquals(before, shown(page));
    }

    @Test
    void theHandlesAtBothEndsStretchTheWindow() {
        var page = visitor.open("?from=2022-01-04&to=2022-01-05");
        var window = page.locator(".frame").boundingBox();
        double day = window.width / 2;
        page.mouse().move(window.x + window.width, window.y + 20);
        page.mouse().down();
        page.mouse().move(window.x + window.width + day, window.y + 20);
        page.mouse().up();
        assertTrue(page.url().contains("from=2022-01-04&to=2022-01-06"), page.url());
        page.mouse().move(window.x, window.y + 20);
        page.mouse().down();
        page.mouse().move(window.x + day, window.y + 20);
        page.mouse().up();
        assertTrue(page.url().contains("from=2022-01-05&to=2022-01-06"), page.url());
    }

    @Test
    void aClickOnTheTimelineMeansTheDayThere() {
        var page = visitor.open("");
        BoundingBox box = timeline(page).boundingBox();
        page.mouse().click(box.x + box.width * 0.4, box.y + box.height / 2);
        assertTrue(date(page).matches("\\d+ January 2022"), date(page));
        assertTrue(page.url().matches(".*[?&]to=2022-01-\\d\\d.*"), page.url());
    }

    @Test
    void theBackgroundOutsideOfTheMainDaysIsOneClickAway() {
        var page = visitor.open("");
        int main = shown(page);
        page.locator("[data-action=background]").click();
        until(page, "more of them", () -> shown(page) > main);
        assertEquals(Visitor.counts(page)[1], shown(page));
        page.locator("[data-action=background]").click();
        until(page, "the main days", () -> shown(page) == main);
    }

    private static void drag(Page page, double from, double to) {
        BoundingBox box = timeline(page).boundingBox();
        page.mouse().move(box.x + box.width * from, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width * to, box.y + box.height / 2);
        page.mouse().up();
    }
}
