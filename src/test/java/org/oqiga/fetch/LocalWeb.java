package org.oqiga.fetch;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A real web server on this machine, and somebody who may fetch from it but not from 127.0.0.2. */
public final class LocalWeb implements AutoCloseable {

    private final HttpServer server;
    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public LocalWeb() {
        try {
            server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "local-web");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** Serves one page; {@code headers} are name and value in turns. */
    public LocalWeb page(String path, int status, String body, String... headers) {
        return page(path, status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public LocalWeb page(String path, int status, byte[] body, String... headers) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI() + " of "
                    + exchange.getRequestHeaders().getFirst("Host"));
            var known = exchange.getRequestHeaders().getFirst("If-None-Match");
            boolean same = false;
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1].replace("PORT", String.valueOf(port())));
                same |= headers[i].equals("ETag") && headers[i + 1].equals(known);
            }
            if (status == 0) {
                return; // never answers
            }
            exchange.sendResponseHeaders(same ? 304 : status, same || body.length == 0 ? -1 : body.length);
            if (!same && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        return this;
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String at(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }

    public Web client() {
        return new Web(vertx, config(Duration.ofSeconds(3)), new Guard(LocalWeb::isOurs, Set.of(port())));
    }

    /** One as it is without any configuration, but for the port. */
    Web usualClient() {
        return new Web(vertx, config(Duration.ofSeconds(3)));
    }

    /** One that would ask the web's own port. */
    Web anyPortClient() {
        return new Web(vertx, config(Duration.ofSeconds(3)), new Guard(Guard::isPublic, Set.of(80, 443, 70)));
    }

    private static boolean isOurs(InetAddress address) {
        return address.getHostAddress().equals("127.0.0.1");
    }

    private FetchConfig config(Duration limit) {
        return new FetchConfig() {
            @Override
            public boolean allowPrivate() {
                return false;
            }

            @Override
            public Set<Integer> ports() {
                return Set.of(port());
            }

            @Override
            public Duration limit() {
                return limit;
            }

            @Override
            public long maxBytes() {
                return 1_000_000;
            }

            @Override
            public String agent() {
                return "a test";
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
        vertx.close();
    }
}
