package org.oqiga.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.oqiga.report.Reports;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What every command that reads reports takes besides them. */
final class ReportArguments {

    @Option(
            names = "--published",
            paramLabel = "DATE",
            converter = Day.class,
            description =
                    "The day the reports came out, such as 2022-01-06; for those that carry no date of their own.")
    private Optional<LocalDate> published = Optional.empty();

    Optional<LocalDate> published() {
        return published;
    }

    /** A new batch, dated as asked. */
    Reports batch() {
        return new Reports(published);
    }

    /** Reads a day, and says what one looks like. */
    static final class Day implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String day) {
            try {
                return LocalDate.parse(day);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + day + "' is no date; give one such as 2022-01-06");
            }
        }
    }
}
