package org.oqiga.store;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.oqiga.store.cql.Cql2;

/** The parameters of one request, as strings until somebody asks for what they mean. */
public final class Query {

    private static final int MAX_LENGTH = 2000;
    private static final int MAX_LIMIT = 10_000_000;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,8}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,17}(\\.\\d{0,17})?|\\.\\d{1,17})([eE][+-]?\\d{1,2})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /** Reads a request that may have {@code allowed} parameters, each once, and no others. */
    public static Query of(Map<String, List<String>> request, List<String> allowed) {
        var values = new LinkedHashMap<String, String>();
        request.forEach((name, given) -> {
            if (!allowed.contains(name)) {
                throw new InvalidQueryException(
                        name,
                        "there is no parameter \"" + shown(name) + "\" here; there are " + String.join(", ", allowed));
            }
            if (given.size() > 1) {
                throw new InvalidQueryException(
                        name, name + " may be given once, was given " + given.size() + " times");
            }
            var value = given.get(0);
            int longest = name.equals("filter") ? Cql2.LONGEST : MAX_LENGTH;
            if (value.length() > longest || value.indexOf(0) >= 0) {
                throw new InvalidQueryException(name, name + " may have " + longest + " signs, none of them NUL");
            }
            values.put(name, value);
        });
        return new Query(values);
    }

    /** The parameter as it is; absent where it is not given or blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The parameter as it is, empty ones too. */
    public Optional<String> given(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip);
    }

    /** A list with commas between. */
    List<String> list(String name) {
        return given(name).map(value -> List.of(value.split("\\s*,\\s*", -1))).orElse(List.of());
    }

    /** How many to return at most. */
    public OptionalInt limit() {
        return limit("limit");
    }

    /** Such a number under another name. */
    public OptionalInt limit(String name) {
        var given = given(name);
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        int limit = WHOLE.matcher(given.get()).matches() ? Integer.parseInt(given.get()) : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw wrong(name, "a whole number from 1 to " + MAX_LIMIT);
        }
        return OptionalInt.of(limit);
    }

    /** A number from {@code least} to {@code most}, where one is given. */
    public OptionalDouble decimal(String name, double least, double most) {
        var given = given(name);
        if (given.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (NUMBER.matcher(given.get()).matches()) {
            double number = Double.parseDouble(given.get());
            if (number >= least && number <= most) {
                return OptionalDouble.of(number);
            }
        }
        throw wrong(name, "a number from " + plain(least) + " to " + plain(most));
    }

    /** A day, where one is given. */
    public Optional<LocalDate> day(String name) {
        return given(name).map(value -> dayOf(value).orElseThrow(() -> wrong(name, "a day such as 2022-01-06")));
    }

    static Optional<LocalDate> dayOf(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<Double> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    /** The mistake of a value that is not what {@code name} takes. */
    public InvalidQueryException wrong(String name, String right) {
        return new InvalidQueryException(
                name, name + " must be " + right + ", was \"" + shown(values.getOrDefault(name, "")) + "\"");
    }

    /** The parameters as an address has them, without its signs for signs; what asks for all says so. */
    @Override
    public String toString() {
        return values.isEmpty()
                ? "all incidents"
                : values.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("&"));
    }

    private static String shown(String value) {
        return value.length() > 100 ? value.substring(0, 100) + "…" : value;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
