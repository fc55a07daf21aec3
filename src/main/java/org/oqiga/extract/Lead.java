package org.oqiga.extract;

/** A place in the text where a rule's wording stands: words {@code from} to {@code to}, the last excluded. */
record Lead(Rule rule, int from, int to) {}
