package org.oqiga.ingest;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oqiga.report.Parcel;
import org.oqiga.report.Reports;
import org.oqiga.store.ArrivalRepository;

/** Looks into folders for reports that are new or have changed; takes a file once it is whole, and leaves it where it lies. */
final class Watching {

    private final List<Path> folders;
    private final ArrivalRepository arrivals;
    private Map<Path, Sight> before = new HashMap<>();
    private final Map<Path, Sight> taken = new HashMap<>();

    Watching(List<Path> folders, ArrivalRepository arrivals) {
        this.folders = List.copyOf(folders);
        this.arrivals = arrivals;
    }

    private record Sight(long size, long changedMs) {}

    /** Takes what has come to rest since the last look; returns how many files that was. */
    int look() {
        var now = new HashMap<Path, Sight>();
        int count = 0;
        for (var folder : folders) {
            for (var file : Reports.files(folder)) {
                var sight = sight(file);
                sight.ifPresent(seen -> now.put(file, seen));
                // who is still writing is seen to: the file is not as it was at the last look
                if (sight.isPresent()
                        && sight.get().equals(before.get(file))
                        && !sight.get().equals(taken.get(file))) {
                    take(file, folder);
                    taken.put(file, sight.get());
                    count++;
                }
            }
        }
        taken.keySet().retainAll(now.keySet());
        before = now;
        return count;
    }

    private static Optional<Sight> sight(Path file) {
        try {
            return Optional.of(
                    new Sight(Files.size(file), Files.getLastModifiedTime(file).toMillis()));
        } catch (IOException e) {
            return Optional.empty(); // gone again
        }
    }

    private void take(Path file, Path folder) {
        try {
            if (Files.size(file) > Reports.MAX_BYTES) {
                Log.warn(file + " is larger than a report may be, and is left");
                return;
            }
            var name = folder.relativize(file).toString();
            var fresh = new Parcel(Optional.empty())
                    .add(Optional.of(name), Optional.empty(), Files.readAllBytes(file)).reports().stream()
                            .filter(sent -> !arrivals.isLatest(sent))
                            .toList();
            if (!fresh.isEmpty()) {
                arrivals.add(fresh, "folder " + folder);
            }
        } catch (Parcel.Refused e) {
            Log.warn(file + " is left: " + e.getMessage());
        } catch (IOException e) {
            Log.warn(file + " cannot be read: " + e.getMessage());
        }
    }
}
