package org.oqiga.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** What a web page says about itself in its metadata: schema.org's JSON-LD, OpenGraph, and the many dialects of meta. */
record PageFacts(
        Optional<String> title,
        Optional<LocalDate> published,
        Optional<String> language,
        Optional<String> url,
        Optional<String> author) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DATES = List.of(
            "meta[property=article:published_time]",
            "meta[property=og:article:published_time]",
            "meta[itemprop=datePublished]",
            "[itemprop=datePublished][datetime]",
            "meta[name=date]",
            "meta[name=pubdate]",
            "meta[name=publish-date]",
            "meta[name=publishdate]",
            "meta[name=parsely-pub-date]",
            "meta[name=DC.date], meta[name=DC.date.issued], meta[name=dcterms.created], meta[name=dcterms.issued]",
            "time[pubdate][datetime]",
            "article time[datetime]",
            "header time[datetime]");
    private static final List<String> AUTHORS = List.of(
            "meta[name=author]",
            "meta[name=parsely-author], meta[name=DC.creator], meta[name=dcterms.creator]",
            "meta[property=article:author]",
            "[itemprop=author] [itemprop=name], [itemprop=author]",
            "a[rel=author]");

    static PageFacts of(Document page) {
        var linked = linkedData(page);
        return new PageFacts(
                first(page, "meta[property=og:title]", "h1")
                        .or(() -> field(linked, "headline"))
                        .or(() -> words(page.title())),
                field(linked, "datePublished").flatMap(WrittenDate::of).or(() -> published(page)),
                words(page.select("html").attr("lang")).or(() -> field(linked, "inLanguage")),
                first(page, "link[rel=canonical]", "meta[property=og:url]").filter(it -> it.startsWith("http")),
                author(linked).or(() -> byline(page)));
    }

    private static Optional<String> byline(Document page) {
        return AUTHORS.stream()
                .flatMap(where -> page.select(where).stream())
                .map(element -> element.hasAttr("content") ? element.attr("content") : element.text())
                .flatMap(name -> words(name).stream())
                // some give a page about the author there
                .filter(name -> !name.startsWith("http") && !name.startsWith("/"))
                .findFirst();
    }

    /** One author or several, each a name or an object that has one. */
    private static Optional<String> author(List<JsonNode> objects) {
        for (var object : objects) {
            var given = object.path("author");
            var names = new ArrayList<String>();
            for (var one : given.isArray() ? given : List.of(given)) {
                var name = one.isTextual() ? one : one.path("name");
                words(name.isTextual() ? name.textValue() : "").ifPresent(names::add);
            }
            if (!names.isEmpty()) {
                return Optional.of(String.join(", ", names));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> published(Document page) {
        for (var where : DATES) {
            var day = first(page, where).flatMap(WrittenDate::of);
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> first(Document page, String... wheres) {
        for (var where : wheres) {
            for (var element : page.select(where)) {
                for (var attribute : List.of("content", "datetime", "href")) {
                    var value = words(element.attr(attribute));
                    if (value.isPresent()) {
                        return value;
                    }
                }
                var value = words(element.text());
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> words(String text) {
        var stripped = text.strip();
        return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
    }

    /** The JSON-LD objects of a page that bear a publication date, those of articles first. */
    private static List<JsonNode> linkedData(Document page) {
        var dated = new ArrayList<JsonNode>();
        for (var script : page.select("script[type=application/ld+json]")) {
            try {
                for (var parent : JSON.readTree(script.data()).findParents("datePublished")) {
                    dated.add(parent.path("@type").toString().contains("Article") ? 0 : dated.size(), parent);
                }
            } catch (JsonProcessingException e) {
                continue; // pages carry broken JSON-LD; the other metadata say the same
            }
        }
        return dated;
    }

    private static Optional<String> field(List<JsonNode> objects, String name) {
        return objects.stream()
                .map(object -> object.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }
}
