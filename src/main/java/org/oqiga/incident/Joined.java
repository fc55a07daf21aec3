package org.oqiga.incident;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why a report's telling was taken for an incident that others tell.
 *
 * @param telling its id
 * @param first the first day that it and all others allow; {@code last} is the last
 * @param likeness the share of its words that the most similar of the other tellings has
 * @param figures whether the numbers of people it gives are those of the others; empty where not both give any
 * @param sameText whether its report prints the text of another
 * @param decision the person's decision that they are the same, if it was one
 */
public record Joined(
        String telling,
        LocalDate first,
        LocalDate last,
        double likeness,
        Optional<Boolean> figures,
        boolean sameText,
        OptionalLong decision) {}
