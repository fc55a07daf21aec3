package org.oqiga.store;

/** To whom an answer goes, and so which incidents may be told of in it. */
public enum Audience {
    /** Whoever has a role: all there is. */
    INSIDERS("TRUE"),
    /** Anybody: all that is not hidden. */
    PUBLIC("NOT hidden"),
    /** Anybody, where the public is told only what a person has verified. */
    PUBLIC_OF_THE_VERIFIED("NOT hidden AND status = 'verified'");

    private final String condition;

    Audience(String condition) {
        this.condition = condition;
    }

    /** What holds for the incidents that it may see, where their columns go by their own names. */
    String condition() {
        return condition;
    }

    /** All that it may see of the table {@code incident}, under that name. */
    String incidents() {
        return this == INSIDERS ? "incident" : "(SELECT * FROM incident WHERE " + condition + ") incident";
    }

    /** Which tellings {@code t} are of incidents that it may see. */
    String tellings() {
        return switch (this) {
            case INSIDERS -> "TRUE";
                // mostly a short list, made once for all tellings
            case PUBLIC -> "(t.incident_id IN (SELECT id FROM incident WHERE hidden)) IS NOT TRUE";
            case PUBLIC_OF_THE_VERIFIED -> "t.incident_id IN (SELECT id FROM incident WHERE " + condition + ")";
        };
    }
}
