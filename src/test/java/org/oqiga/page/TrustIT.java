package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.page.Visitor.shown;
import static org.oqiga.page.Visitor.tip;
import static org.oqiga.page.Visitor.until;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How do you know? */
class TrustIT {

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void anIncidentSaysWhatWhenWhereAndHowSure() {
        var incident = told("town", "day", 1);
        var panel = visitor.open("?incident=" + incident.path("id").asText()).locator("[data-role=incident-panel]");
        assertEquals(
                incident.at("/properties/title").asText(), panel.locator("h2").textContent());
        var facts = panel.locator("dl").textContent();
        assertTrue(
                facts.contains("in or near " + incident.at("/properties/place").asText()), facts);
        assertTrue(facts.contains("January 2022"), facts);
        assertTrue(facts.contains("founded"), facts);
        assertTrue(facts.contains("read by machine, not yet checked"), facts);
    }

    @Test
    void theFigureOfConfidenceIsOneClickDeeper() {
        var panel = visitor.open(
                        "?incident=" + told("town", "day", 1).path("id").asText())
                .locator("[data-role=incident-panel]");
        var figure = panel.getByText("Confidence of the reading");
        assertTrue(figure.isHidden());
        panel.locator("summary").first().click();
        assertTrue(figure.isVisible());
    }

    @Test
    void everySourceIsQuoted() {
        var incident = told("", "", 2);
        var panel = visitor.open("?incident=" + incident.path("id").asText()).locator("[data-role=incident-panel]");
        var quotes = panel.locator("blockquote").allTextContents();
        var sources = incident.at("/properties/sources");
        assertEquals(sources.size(), quotes.size());
        sources.forEach(
                source -> assertTrue(quotes.contains(source.path("quote").asText()), quotes.toString()));
    }

    @Test
    void aQuoteLeadsToItsPlaceInTheReport() {
        var page = visitor.open("?incident=" + told("town", "day", 1).path("id").asText());
        var quote = page.locator("blockquote").first().textContent();
        page.locator("[data-report]").first().click();
        var current = page.locator("mark.current");
        current.first().waitFor();
        assertTrue(
                String.join("", current.allTextContents()).contains(quote.substring(0, Math.min(20, quote.length()))));
        var box = current.first().boundingBox();
        assertTrue(box.y > 50 && box.y < 700, "in sight, at " + box.y);
    }

    @Test
    void aReportShowsEveryNameDateAndIncidentThatWasFound() {
        var report = visitor.site().get("/api/reports/2022-01-02-zhanaozen-wire.txt");
        var page = visitor.open("?report=2022-01-02-zhanaozen-wire.txt");
        var panel = page.locator("[data-role=report-panel]");
        assertEquals(report.path("text").asText(), panel.locator(".body").textContent());
        assertTrue(panel.locator(".name").count() >= report.path("toponyms").size() / 2);
        assertTrue(panel.locator(".moment").count() > 0);
        assertTrue(panel.locator("mark").count() > 0);
    }

    @Test
    void aNameInAReportTellsWhyItWasTakenForWhichPlace() {
        var page = visitor.open("?report=2022-01-02-zhanaozen-wire.txt");
        page.locator(".report .name").getByText("Zhanaozen").first().hover();
        until(page, "a tip", () -> tip(page).contains("a place"));
        assertTrue(tip(page).startsWith("Zhanaozen"), tip(page));
    }

    @Test
    void aSentenceOfAReportLeadsToItsIncident() {
        var page = visitor.open("?report=2022-01-02-zhanaozen-wire.txt");
        var mark = page.locator(".report mark").first();
        var id = mark.getAttribute("data-incident-id");
        mark.click();
        page.locator("[data-role=incident-panel][data-incident-id='" + id + "']")
                .waitFor();
    }

    @Test
    void whatIsPointedAtOnTheMapIsMarkedInTheReportAndComesIntoSight() {
        var page = visitor.open("?report=2022-01-04-almaty-hour-by-hour.txt&place=geonames:609655&map=9/49.80/73.10");
        var hovered = page.locator(".report mark.hover");
        assertEquals(0, hovered.count());
        page.locator(".report").evaluate("report => report.parentElement.scrollTo(0, report.scrollHeight)");
        var map = page.locator("#map").boundingBox();
        page.mouse().move(map.x + map.width / 2 - 200, map.y + map.height / 2);
        page.mouse().move(map.x + map.width / 2, map.y + map.height / 2);
        hovered.first().waitFor();
        assertTrue(tip(page).contains("Karaganda"), tip(page));
        assertTrue(
                hovered.first().textContent().contains("Karaganda"),
                hovered.first().textContent());
        var box = hovered.first().boundingBox();
        assertTrue(box.y > 50 && box.y + box.height < 760, "in sight, at " + box.y);
        page.mouse().move(map.x + map.width / 2 - 200, map.y + map.height / 2);
        until(page, "no mark", () -> hovered.count() == 0);
    }

    @Test
    void whatIsPointedAtInTheReportIsRingedOnTheMap() {
        var page = visitor.open("?report=2022-01-04-almaty-hour-by-hour.txt&map=9/49.80/73.10");
        var before = marks(page);
        var sentence = page.locator(".report mark").getByText("Karaganda").first();
        sentence.hover();
        until(page, "a ring", () -> !before.equals(marks(page)));
        page.locator(".report h2").hover();
        until(page, "none", () -> before.equals(marks(page)));
        page.locator(".report .name").getByText("Karaganda").first().hover();
        until(page, "a ring round the name's place", () -> !before.equals(marks(page)));
    }

    private static String marks(Page page) {
        return (String) page.evaluate("() => document.querySelector('.leaflet-marks-pane canvas').toDataURL()");
    }

    @Test
    void asKnownOnADayShowsOnlyWhatHadBeenPublishedByThen() {
        var page = visitor.open("?background=1");
        page.locator("[data-action=filters]").click();
        var day = page.locator("[data-key=asof]");
        day.fill("2022-01-04");
        day.dispatchEvent("change");
        int known = visitor.site().incidents("as_of=2022-01-04").size();
        until(page, known + " incidents", () -> shown(page) == known);
        assertTrue(known > 0);
    }

    @Test
    void figuresOfDifferentVictimsStandSideBySide() {
        var claims = visitor.site().incidents("").stream()
                .filter(incident -> incident.at("/properties/sources").findValues("deaths").stream()
                                .filter(JsonNode::isInt)
                                .count()
                        > 0)
                .findFirst()
                .orElseThrow();
        var panel = visitor.open("?incident=" + claims.path("id").asText()).locator("[data-role=incident-panel]");
        assertTrue(panel.locator(".claim").count() > 0, "each claim stands beside its sentence");
        assertTrue(panel.locator("dl").textContent().contains("killed"));
    }

    /** An incident of the main days by a level, a precision (empty: any) and so many sources at least. */
    private JsonNode told(String level, String precision, int sources) {
        return visitor.site().incidents("datetime=2022-01-02/2022-01-08").stream()
                .filter(incident ->
                        incident.at("/properties/place_level").asText().contains(level))
                .filter(incident ->
                        incident.at("/properties/time_precision").asText().contains(precision))
                .filter(incident -> incident.at("/properties/sources").size() >= sources)
                .filter(incident -> !incident.path("id").asText().contains("/"))
                .findFirst()
                .orElseThrow();
    }
}
