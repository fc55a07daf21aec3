package org.oqiga.extract;

/**
 * A lead that came to nothing: {@code reason} is counted, {@code detail} is for a person.
 *
 * @param start where the lead stands in the report's text, in UTF-16 units; {@code end} excluded
 */
public record Skip(Reason reason, String detail, int start, int end) {

    /** Why a lead was dropped. */
    public enum Reason {
        NO_DATE("no date"),
        NO_PLACE("no place"),
        AMBIGUOUS_PLACE("ambiguous place"),
        DATE_IN_FUTURE("date in the future"),
        NEGATED("said not to have happened"),
        HYPOTHETICAL("a plan, a threat or a possibility"),
        GENERAL("general talk"),
        TOLD_BEFORE("told before in the report");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The reason as a person reads it. */
        public String words() {
            return words;
        }
    }
}
