package org.oqiga.incident;

/**
 * What a person decided about two tellings, by their ids; it overrules whatever a rule says.
 *
 * @param same whether they tell of one incident
 * @param decision the later, the higher
 */
public record Verdict(String one, String other, boolean same, long decision) {}
