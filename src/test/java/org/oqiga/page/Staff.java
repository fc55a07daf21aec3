package org.oqiga.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The people of a desk: the first of them comes by the link that the program prints, the others are invited. */
final class Staff {

    static final String PASSWORD = "correct horse battery";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<Site, String> ADMINS = new ConcurrentHashMap<>();

    private final Site site;

    Staff(Site site) {
        this.site = site;
    }

    /** An invitation, to be followed on the page. */
    String invitation(String role) {
        var body =
                send("POST", "/api/invitations", admin(), Map.of("role", role)).body();
        return read(body).path("invitation").asText();
    }

    /** Signs the browser of a page in as somebody new with the role; returns their name. */
    String signIn(Page page, String role) {
        var name = role + " " + NUMBER.incrementAndGet();
        page.context().addCookies(List.of(cookie(join(invitation(role), name))));
        return name;
    }

    /** What the service answers to whoever uses a browser. */
    HttpResponse<String> send(BrowserContext browser, String method, String path, Object body) {
        var cookies = browser.cookies(site.address());
        return send(method, path, cookies.isEmpty() ? "" : cookies.get(0).value, body);
    }

    private String admin() {
        return ADMINS.computeIfAbsent(site, first -> {
            try {
                return join(first.firstInvitation(), "Chief");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String join(String invitation, String name) {
        var answer =
                send("POST", "/api/people", "", Map.of("invitation", invitation, "name", name, "password", PASSWORD));
        var cookie = answer.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body()));
        return cookie.substring("oqiga=".length(), cookie.indexOf(';'));
    }

    private HttpResponse<String> send(String method, String path, String session, Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(site.address() + path))
                    .header("Origin", site.address())
                    .header("Content-Type", "application/json")
                    .header("Cookie", "oqiga=" + session)
                    .header("If-Match", "*")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Cookie cookie(String session) {
        return new Cookie("oqiga", session).setUrl(site.address());
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
