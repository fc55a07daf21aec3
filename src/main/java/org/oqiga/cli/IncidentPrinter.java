package org.oqiga.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.oqiga.incident.FeatureCollectionWriter;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentCsv;
import org.oqiga.incident.IncidentJson;
import org.oqiga.incident.Period;
import org.oqiga.incident.TimePrecision;

/** Prints incidents one by one in the form asked for; closing ends the document. */
interface IncidentPrinter extends AutoCloseable {

    void print(Incident incident) throws IOException;

    @Override
    void close() throws IOException;

    /** The forms there are; their names are what {@code --format} takes. */
    enum Format {
        geojson {
            @Override
            IncidentPrinter printer(OutputStream out, IncidentJson features) throws IOException {
                var buffered = new BufferedOutputStream(out, 1 << 16);
                var collection = new FeatureCollectionWriter(buffered, features);
                return of(collection::write, () -> {
                    collection.close();
                    buffered.flush();
                });
            }
        },
        csv {
            @Override
            IncidentPrinter printer(OutputStream out, IncidentJson features) throws IOException {
                var buffered = new BufferedOutputStream(out, 1 << 16);
                var rows = new IncidentCsv(buffered, features);
                return of(rows::write, buffered::flush);
            }
        },
        table {
            @Override
            IncidentPrinter printer(OutputStream out, IncidentJson features) {
                var writer = utf8(out);
                var table = new Table().row("WHEN", "WHAT", "WHERE", "TITLE", "REPORT");
                return of(incident -> table.row(row(incident)), () -> {
                    writer.write(table.toString());
                    writer.flush();
                });
            }
        };

        abstract IncidentPrinter printer(OutputStream out, IncidentJson features) throws IOException;

        private static Object[] row(Incident incident) {
            return new Object[] {
                when(incident.period()),
                incident.type().label(),
                incident.place().name(),
                incident.what().title(),
                incident.sources().stream()
                        .map(source -> source.report().name())
                        .distinct()
                        .collect(Collectors.joining(", "))
            };
        }

        private static String when(Period period) {
            boolean hours = period.precision() == TimePrecision.HOUR;
            var first = hours
                    ? period.start().toString().replace('T', ' ')
                    : period.firstDay().toString();
            var last = hours
                    ? period.end().toString().replace('T', ' ')
                    : period.lastDay().toString();
            return first.equals(last) ? first : first + " to " + last;
        }

        private static Writer utf8(OutputStream out) {
            return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        }
    }

    /** Something that may fail to write. */
    interface Step<T> {
        void take(T what) throws IOException;
    }

    /** Something that may fail to end. */
    interface End {
        void end() throws IOException;
    }

    private static IncidentPrinter of(Step<Incident> step, End end) {
        return new IncidentPrinter() {
            @Override
            public void print(Incident incident) throws IOException {
                step.take(incident);
            }

            @Override
            public void close() throws IOException {
                end.end();
            }
        };
    }
}
