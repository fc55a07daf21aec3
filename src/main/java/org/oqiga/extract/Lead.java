package org.oqiga.extract;

/** A place in the text where a rule's wording stands: words {@code from} to {@code to}, the last excluded. */
record Lead(Rule rule, int from, int to) {

    // without the rule, all of whose wordings would be counted in each time
    @Override
    public int hashCode() {
        return 31 * from + to;
    }
}
