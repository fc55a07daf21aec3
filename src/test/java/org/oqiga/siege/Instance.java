package org.oqiga.siege;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The packaged service as a process, which is killed and started again on the same port. */
final class Instance {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String database;
    private final Path folder;
    private final int port;
    private final List<String> options;
    private Process process;

    /** Starts one that uses {@code database}, with an empty folder of its own, on a machine with these options. */
    Instance(String database, Path folder, String... options) throws IOException {
        this.database = database;
        this.options = List.of(options);
        this.folder = folder;
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        Files.createDirectories(folder.resolve("watched"));
        this.process = launch();
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx608m",
                "-XX:+UseSerialGC",
                "-Doqiga.home=" + folder,
                "-jar",
                Path.of(System.getProperty("oqiga.app", "target/quarkus-app"), "quarkus-run.jar")
                        .toAbsolutePath()
                        .toString(),
                "map",
                "--port",
                String.valueOf(port),
                "--watch",
                folder.resolve("watched").toString()));
        command.addAll(1, options);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().put("OQIGA_DATABASE_URL", database);
        return builder.start();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** SIGKILL: it has no time for anything. */
    synchronized void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Starts it where it does not run, be it that it was killed or that it ended because there was no database. */
    synchronized void revive() throws IOException {
        if (!process.isAlive()) {
            process = launch();
        }
    }

    /** SIGTERM, without waiting for what it does then. */
    void tellToEnd() {
        process.destroy();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    synchronized void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** How much of the machine's memory it holds. */
    long memoryMb() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    boolean isUp() {
        try {
            var request = HttpRequest.newBuilder(at("/api/me"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
