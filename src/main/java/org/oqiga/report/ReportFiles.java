package org.oqiga.report;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files that paths stand for: a folder for the reports in it and under it, in the order of their names. */
final class ReportFiles {

    /** A file to read, or a path at which there is none and the reason why. */
    record Found(Path path, Optional<String> problem) {

        @Override
        public String toString() {
            return path.toString();
        }
    }

    private ReportFiles() {}

    /** Every file once, hidden ones in folders left out. */
    static Stream<Found> under(List<Path> paths) {
        Set<Path> seen = new HashSet<>();
        return paths.stream()
                .flatMap(ReportFiles::under)
                .filter(found -> seen.add(found.path().toAbsolutePath().normalize()));
    }

    private static Stream<Found> under(Path path) {
        if (!Files.exists(path)) {
            return Stream.of(problem(path, "does not exist: no such file or folder"));
        }
        if (!Files.isDirectory(path)) {
            return Stream.of(new Found(path, Optional.empty()));
        }
        var inside = inFolder(path).toList();
        return inside.isEmpty()
                ? Stream.of(problem(path, "holds no report; one ends in .txt, .html, .pdf, .docx, .eml or .jsonl"))
                : inside.stream();
    }

    private static Stream<Found> inFolder(Path folder) {
        File[] files = folder.toFile().listFiles(file -> !file.isHidden());
        if (files == null) {
            return Stream.of(problem(folder, "cannot be listed: permission denied"));
        }
        return Stream.of(files).sorted().map(File::toPath).flatMap(ReportFiles::inEntry);
    }

    // links to folders are not followed, for they may lead in circles
    private static Stream<Found> inEntry(Path path) {
        if (Files.isDirectory(path)) {
            return Files.isSymbolicLink(path) ? Stream.empty() : inFolder(path);
        }
        return Format.inFolders(path.getFileName().toString())
                ? Stream.of(new Found(path, Optional.empty()))
                : Stream.empty();
    }

    private static Found problem(Path path, String message) {
        return new Found(path, Optional.of(message));
    }
}
