package org.oqiga.api.ogc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The pages for people, made of the same documents that programs get. */
final class HtmlPages {

    private static final String HTML = "text/html";
    private static final List<String> TEMPLATES = List.of(
            "frame", "landing", "conformance", "api", "collections", "collection", "queryables", "items", "item");

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(HTML)))
            .build();

    HtmlPages() {
        for (var name : TEMPLATES) {
            engine.putTemplate(name, engine.parse(read(name + ".html"), Variant.forContentType(HTML), name));
        }
    }

    private static String read(String file) {
        try (var template = HtmlPages.class.getResourceAsStream(file)) {
            if (template == null) {
                throw new IllegalStateException("the template " + file + " is not on the classpath");
            }
            return new String(template.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String render(String template, Map<String, Object> document, Addresses at) {
        return engine.getTemplate(template)
                .data("it", document)
                .data("root", at.root())
                .data("asJson", at.hereWith("f", "json"))
                .data("parameters", at.parameters())
                .render();
    }
}
