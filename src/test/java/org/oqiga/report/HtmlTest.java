package org.oqiga.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlTest {

    private static final String PAGE =
            """
            <!DOCTYPE html><html lang="en-GB"><head><title>Crowds gather in Aktau | The Steppe</title>
            <meta property="og:title" content="Crowds gather in Aktau">
            <link rel="canonical" href="https://steppe.example/aktau">
            <script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"},
              {"@type": "NewsArticle", "headline": "H", "datePublished": "2022-01-04T23:30:00+06:00",
               "author": [{"@type": "Person", "name": "Aliya  Serik"}, {"name": "Ivan Petrov"}]}]}</script>
            <script type="application/ld+json">{broken</script></head>
            <body><header>The Steppe</header><nav><a>Home</a> <a>World</a></nav>
            <article><h1>Crowds gather in Aktau</h1><p>Hundreds of people <b>gathered</b>
               on Yntymak Square&nbsp;on Tuesday.</p><figure><img src="a.jpg"><figcaption>A tent in Aktau</figcaption></figure>
            <p>Police stood by.<br>Nobody was de&shy;tained.</p><aside>Read more: Storm in London</aside></article>
            <aside><p>Weather in Moscow</p></aside><footer>Almaty office</footer><script>var x = 1;</script></body></html>
            """;

    @Test
    void theArticleIsReadWithoutWhatStandsRoundIt() {
        var report = read(PAGE.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                """
                Crowds gather in Aktau

                Hundreds of people gathered on Yntymak Square on Tuesday.

                A tent in Aktau

                Police stood by.
                Nobody was detained.""",
                report.text());
    }

    @Test
    void whatThePageSaysAboutItselfIsTaken() {
        var report = read(PAGE.getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.of("Crowds gather in Aktau"), report.title());
        assertEquals(Optional.of(LocalDate.of(2022, 1, 4)), report.published());
        assertEquals(Optional.of("https://steppe.example/aktau"), report.url());
        assertEquals("en", report.language());
        assertEquals(Optional.of("Aliya Serik, Ivan Petrov"), report.author());
    }

    @Test
    void theAuthorIsFoundInAnyOfTheUsualPlaces() {
        for (var where : new String[] {
            "<script type='application/ld+json'>{\"datePublished\": \"2022-01-05\", \"author\": \"Aliya Serik\"}</script>",
            "<meta name='author' content=' Aliya Serik '>",
            "<meta property='article:author' content='Aliya Serik'>",
            "<p itemprop='author' itemscope><a href='/a'><span itemprop='name'>Aliya Serik</span></a></p>",
            "<meta property='article:author' content='https://social.example/aliya'><address><a rel='author'>Aliya"
                    + " Serik</a></address>"
        }) {
            assertEquals(
                    Optional.of("Aliya Serik"),
                    read(("<html>" + where + "<p>Something happened in Aktau.</p></html>")
                                    .getBytes(StandardCharsets.UTF_8))
                            .author(),
                    where);
        }
        assertEquals(
                Optional.empty(),
                read("<html><p>By nobody.</p></html>".getBytes(StandardCharsets.UTF_8))
                        .author());
    }

    @Test
    void theDateIsFoundInAnyOfItsUsualPlaces() {
        for (var where : new String[] {
            "<meta property='article:published_time' content='2022-01-05T10:00:00Z'>",
            "<meta name='pubdate' content='2022-01-05'>",
            "<meta name='DC.date.issued' content='2022-01-05'>",
            "<meta itemprop='datePublished' content='2022-01-05'>",
            "<article><time datetime='2022-01-05T10:00'>Wednesday</time></article>",
            "<p>January 5, 2022</p>"
        }) {
            assertEquals(
                    Optional.of(LocalDate.of(2022, 1, 5)),
                    read(("<html>" + where + "<p>Something happened in Aktau.</p></html>")
                                    .getBytes(StandardCharsets.UTF_8))
                            .published(),
                    where);
        }
    }

    @Test
    void aPageWithoutArticleTagsIsReadWhole() {
        var report = read("<html><body><div><p>One thing.</p></div><div><p>Another.</p></div></body></html>"
                .getBytes(StandardCharsets.UTF_8));
        assertEquals("One thing.\n\nAnother.", report.text());
    }

    @Test
    void aTeaserIsNotTakenForTheArticle() {
        var report = read(("<html><body><article><p>More news.</p></article><div><p>" + "A long report. ".repeat(30)
                        + "</p></div></body></html>")
                .getBytes(StandardCharsets.UTF_8));
        assertTrue(report.text().contains("A long report."));
    }

    @Test
    void anOldEncodingIsReadWhetherDeclaredOrNot() {
        var cyrillic = Charset.forName("windows-1251");
        var text = "В Алматы полицейские увезли почти сотню людей, сообщили в среду местные издания.";
        assertEquals(
                text,
                read(("<html><meta charset=windows-1251><p>" + text + "</p></html>").getBytes(cyrillic))
                        .text());
        assertEquals(
                text,
                read(("<html><p>" + text + "</p></html>").getBytes(cyrillic)).text());
        assertEquals(
                text,
                read(("<html><meta charset=windows-1251><p>" + text + "</p></html>").getBytes(StandardCharsets.UTF_8))
                        .text());
        assertEquals(
                "ru",
                read(("<html><p>" + text + "</p></html>").getBytes(cyrillic)).language());
    }

    @Test
    void aPageThatDoesNotSayWhichPartOfItIsTheArticleIsReadWithoutItsMenus() {
        var menu = "<div class='menu sidebar'><ul>" + "<li><a href='/x'>Another headline</a></li>".repeat(30)
                + "</ul></div>";
        var sentences = "<p>Crowds gathered in the square of Aktau, and they stayed, said a witness, until night.</p>";
        var report = read(("<html><body>" + menu + "<div id=story class=content>" + sentences.repeat(12) + "</div>"
                        + "<div class='footer comments'><p>Send us your news.</p></div></body></html>")
                .getBytes());
        assertFalse(report.text().contains("Another headline"), report.text());
        assertEquals(12, report.text().split("Crowds gathered").length - 1);
    }

    @Test
    void aPageIsKnownByItsBeginningWhereItsNameSaysNothing() {
        var read = new Reports(Optional.empty())
                .read("saved-page", PAGE.getBytes(StandardCharsets.UTF_8))
                .get(0);
        assertFalse(read.success().orElseThrow().text().contains("<p>"));
        var text = new Reports(Optional.empty())
                .read("a.txt", "<html> is a word".getBytes(StandardCharsets.UTF_8))
                .get(0);
        assertEquals("<html> is a word", text.success().orElseThrow().text());
    }

    private static Report read(byte[] page) {
        var reading = new Reports(Optional.empty()).read("page.html", page).get(0);
        return reading.success().orElseThrow(() -> new AssertionError(reading));
    }
}
