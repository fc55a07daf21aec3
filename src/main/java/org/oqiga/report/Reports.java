package org.oqiga.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way in: files, folders, {@code .jsonl} and bytes to readings, in the order given. One of these reads one batch, in
 * which no two reports have the same name.
 */
public final class Reports {

    /** The largest report that is read, in bytes; more is no news report. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    private static final Optional<Format> JSON_LINES = Optional.of(Format.JSON_LINES);
    private static final String TOO_LARGE = "is larger than " + MAX_BYTES / (1024 * 1024)
            + " MB, the most a report may have; split it, or give its text alone";

    private final Optional<LocalDate> published;
    private final Map<String, String> whereByName = new HashMap<>();

    /** Something that ends in a report or in the reason why there is none. */
    private interface Attempt<T> {
        T make() throws UnreadableException;
    }

    /** Reads a batch; {@code published} is for the reports that carry no date of their own. */
    public Reports(Optional<LocalDate> published) {
        this.published = published;
    }

    /** Reads all reports in files and folders, one after the other. */
    public Stream<Reading> read(List<Path> paths) {
        return find(paths).map(Unread::read);
    }

    /** Finds all reports in files and folders; one thread may find them, any threads read what it found. */
    public Stream<Unread> find(List<Path> paths) {
        return ReportFiles.under(paths).flatMap(this::inFile);
    }

    /** The files in and under a folder that are taken for reports; none where there is no such folder. */
    public static List<Path> files(Path folder) {
        return ReportFiles.under(List.of(folder))
                .filter(found -> found.problem().isEmpty())
                .map(ReportFiles.Found::path)
                .toList();
    }

    /** How many reports there seem to be, the lines of a {@code .jsonl} counted, for somebody who waits. */
    public static long count(List<Path> paths) {
        return ReportFiles.under(paths)
                .mapToLong(found ->
                        found.problem().isEmpty() && Format.of(found.toString()).equals(JSON_LINES)
                                ? JsonLines.count(found.path())
                                : 1)
                .sum();
    }

    /** Reads what somebody sent; the ending of {@code name} says what the bytes are, and {@code .jsonl} may be many. */
    public List<Reading> read(String name, byte[] bytes) {
        return switch (Format.of(name).orElse(Format.TEXT)) {
            case JSON_LINES -> JsonLines.of(bytes)
                    .map(line -> line(name, line).read())
                    .toList();
            case JSON -> List.of(json(name, () -> checked(bytes)).read());
            default -> List.of(whole(name, name, () -> bytes).read());
        };
    }

    /** Reads one report that somebody sent, when its turn has come. */
    public static Reading read(Sent sent) {
        return outcome(sent.name(), () -> {
            var bytes = checked(sent.bytes());
            var draft = sent.format().equals(Optional.of(Format.JSON))
                    ? JsonReport.read(bytes, Optional.of(sent.name())).draft()
                    : Format.draft(bytes, sent.format());
            return draft.from(sent.url()).by(sent.author()).report(sent.name(), sent.published());
        });
    }

    private Stream<Unread> inFile(ReportFiles.Found found) {
        var where = found.toString();
        var path = found.path();
        if (found.problem().isPresent()) {
            return Stream.of(() -> new Reading.Failure(where, found.problem().get()));
        }
        return switch (Format.of(where).orElse(Format.TEXT)) {
            case JSON_LINES -> lines(where, path);
            case JSON -> Stream.of(json(where, () -> load(path)));
            default -> Stream.of(whole(where, freeName(path), () -> load(path)));
        };
    }

    private Unread whole(String where, String name, Attempt<byte[]> bytes) {
        return () -> outcome(where, () -> Format.draft(checked(bytes.make()), Format.of(where))
                .report(name, published));
    }

    private Stream<Unread> lines(String where, Path path) {
        try {
            return JsonLines.in(path).map(line -> line(where, line));
        } catch (IOException e) {
            return Stream.of(() -> new Reading.Failure(where, cannotBeRead(e)));
        }
    }

    private Unread line(String where, JsonLines.Line line) {
        return json(where + ":" + line.number(), line::bytes);
    }

    // parsed at once, because only one thread may say which of two reports of the same name came first
    private Unread json(String where, Attempt<byte[]> bytes) {
        try {
            var json = JsonReport.read(checked(bytes.make()));
            var before = whereByName.putIfAbsent(json.name(), where);
            if (before != null) {
                throw new UnreadableException(
                        "has the name \"" + json.name() + "\" of another report (" + before + "); each needs its own");
            }
            return () -> outcome(where, () -> json.draft().report(json.name(), published));
        } catch (UnreadableException e) {
            return () -> new Reading.Failure(where, e.getMessage());
        }
    }

    private static Reading outcome(String where, Attempt<Report> attempt) {
        try {
            return new Reading.Success(attempt.make());
        } catch (UnreadableException e) {
            return new Reading.Failure(where, e.getMessage());
        }
    }

    private static byte[] load(Path path) throws UnreadableException {
        try (var in = Files.newInputStream(path)) {
            if (Files.size(path) > MAX_BYTES) {
                throw new UnreadableException(TOO_LARGE);
            }
            return in.readNBytes(MAX_BYTES + 1); // pipes have no size beforehand
        } catch (IOException e) {
            throw new UnreadableException(cannotBeRead(e));
        }
    }

    private static String cannotBeRead(IOException e) {
        return e instanceof AccessDeniedException
                ? "cannot be read: permission denied"
                : "cannot be read: " + e.getMessage();
    }

    private static byte[] checked(byte[] bytes) throws UnreadableException {
        if (bytes.length == 0) {
            throw new UnreadableException("is empty; a report needs text");
        }
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableException(TOO_LARGE);
        }
        return bytes;
    }

    /** The file's name; with the folders above it as far as another file of the batch has that name already. */
    private String freeName(Path path) {
        var full = path.toAbsolutePath().normalize();
        int names = full.getNameCount();
        for (int from = names - 1; from > 0; from--) {
            var name = full.subpath(from, names).toString();
            if (whereByName.putIfAbsent(name, path.toString()) == null) {
                return name;
            }
        }
        return full.toString();
    }
}
