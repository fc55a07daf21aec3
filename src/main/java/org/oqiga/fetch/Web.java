package org.oqiga.fetch;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches addresses of the public internet, no more of them and no longer than is good. */
@ApplicationScoped
public class Web {

    private static final int REDIRECTS = 5;
    private static final int CONNECT_MS = 10_000;

    private final FetchConfig config;
    private final Guard guard;
    private final HttpClient client;

    @Inject
    public Web(Vertx vertx, FetchConfig config) {
        this(vertx, config, new Guard(address -> config.allowPrivate() || Guard.isPublic(address), config.ports()));
    }

    Web(Vertx vertx, FetchConfig config, Guard guard) {
        this.config = config;
        this.guard = guard;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(CONNECT_MS)
                .setDecompressionSupported(true)
                .setMaxHeaderSize(1 << 16)
                .setMaxPoolSize(32));
    }

    /** What one request came to; a redirect is followed by whoever asked. */
    private record Reply(int status, HttpClientResponse head, Buffer body) {}

    /** Fetches {@code address}, unless the server says that it still is as {@code state} describes. */
    public Answer get(String address, Answer.State state) {
        long end = System.nanoTime() + config.limit().toNanos();
        try {
            var uri = new URI(address.strip());
            for (int hops = 0; hops <= REDIRECTS; hops++) {
                var reply = ask(uri, guard.admit(uri), state, end);
                var onwards = reply.head().getHeader("Location");
                if (isRedirect(reply.status()) && onwards != null) {
                    uri = uri.resolve(new URI(onwards.strip()));
                } else {
                    return answer(uri, reply);
                }
            }
            return new Answer.Nothing("was sent on more than " + REDIRECTS + " times", true);
        } catch (Guard.RefusedException e) {
            return new Answer.Nothing("may not be fetched: " + e.getMessage(), true);
        } catch (java.net.URISyntaxException e) {
            return new Answer.Nothing("is no address: " + e.getReason(), true);
        } catch (UnknownHostException e) {
            return new Answer.Nothing("could not be fetched: there is no such host", false);
        } catch (TimeoutException e) {
            return new Answer.Nothing(
                    "could not be fetched within " + config.limit().toSeconds() + " s", false);
        } catch (ExecutionException e) {
            boolean hopeless = e.getCause() instanceof Guard.RefusedException;
            return new Answer.Nothing("could not be fetched: " + e.getCause().getMessage(), hopeless);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Nothing("was interrupted", false);
        }
    }

    private Answer answer(URI from, Reply reply) {
        int status = reply.status();
        if (status == 304) {
            return new Answer.Unchanged();
        }
        if (status != 200) {
            boolean hopeless = status >= 400 && status < 500 && status != 408 && status != 425 && status != 429;
            return new Answer.Nothing("could not be fetched: the server answered " + status, hopeless);
        }
        var state = new Answer.State(header(reply, "ETag"), header(reply, "Last-Modified"));
        return new Answer.Got(
                from, header(reply, "Content-Type"), state, reply.body().getBytes());
    }

    private static Optional<String> header(Reply reply, String name) {
        return Optional.ofNullable(reply.head().getHeader(name)).filter(value -> value.length() < 1000);
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** Asks the address that was admitted, under the name that was asked for. */
    private Reply ask(URI uri, InetAddress where, Answer.State state, long end)
            throws ExecutionException, TimeoutException, InterruptedException {
        long patience = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (patience <= 0) {
            throw new TimeoutException();
        }
        int port = Guard.port(uri);
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, where.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl("https".equals(uri.getScheme().toLowerCase(Locale.ROOT)))
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .putHeader("User-Agent", config.agent())
                .putHeader("Accept", "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5");
        state.etag().ifPresent(etag -> options.putHeader("If-None-Match", etag));
        state.lastModified().ifPresent(since -> options.putHeader("If-Modified-Since", since));
        var sent = client.request(options);
        try {
            return sent.compose(request -> request.send().compose(head -> read(request, head)))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(patience, TimeUnit.MILLISECONDS);
        } finally {
            // without effect where all has been read
            sent.onSuccess(HttpClientRequest::reset);
        }
    }

    private Future<Reply> read(HttpClientRequest request, HttpClientResponse head) {
        var body = Buffer.buffer();
        var read = Promise.<Reply>promise();
        head.handler(piece -> {
            body.appendBuffer(piece);
            if (body.length() > config.maxBytes()) {
                read.tryFail(new Guard.RefusedException("it is larger than " + config.maxBytes() + " bytes"));
                request.reset();
            }
        });
        head.exceptionHandler(read::tryFail);
        head.endHandler(end -> read.tryComplete(new Reply(head.statusCode(), head, body)));
        return read.future();
    }
}
