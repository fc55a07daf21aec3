package org.oqiga.incident;

import java.util.Locale;
import java.util.Optional;

/**
 * What happened, in fourteen types, each with its equivalent in ACLED (event and sub-event, codebook of 2023) and PLOVER
 * (event and mode, manual of 2021) where there is one.
 */
public enum IncidentType {
    PROTEST(Group.UNREST, "Protests", "Peaceful protest", "PROTEST/demo"),
    RIOT(Group.UNREST, "Riots", "Mob violence", "PROTEST/riot"),
    SEIZURE(Group.UNREST, "Riots", "Violent demonstration", "PROTEST/riot"),
    ARSON(Group.UNREST, "Riots", "Violent demonstration", "PROTEST/riot"),
    CLASH(Group.VIOLENCE, "Riots", "Violent demonstration", "PROTEST/riot"),
    ATTACK(Group.VIOLENCE, "Violence against civilians", "Attack", "ASSAULT"),
    /** A toll is a consequence, no event of its own, in ACLED and in PLOVER. */
    CASUALTIES(Group.VIOLENCE, null, null, null),
    ARREST(Group.RESPONSE, "Strategic developments", "Arrests", "COERCE/arrest"),
    EMERGENCY(Group.RESPONSE, "Strategic developments", "Change to group/activity", "COERCE/martial-law"),
    BLACKOUT(Group.DISRUPTION, "Strategic developments", "Other", "COERCE/censor"),
    DEPLOYMENT(Group.RESPONSE, "Strategic developments", "Change to group/activity", "MOBILIZE/troops"),
    OPERATION(Group.RESPONSE, "Strategic developments", "Other", "COERCE"),
    POLITICS(Group.RESPONSE, "Strategic developments", "Other", "CONCEDE"),
    /** Neither codebook counts an economy that stops. */
    DISRUPTION(Group.DISRUPTION, null, null, null);

    /** The four groups that the map tells apart. */
    public enum Group {
        UNREST,
        VIOLENCE,
        RESPONSE,
        DISRUPTION
    }

    private final Group group;
    private final Optional<String> acledEvent;
    private final Optional<String> acledSubEvent;
    private final Optional<String> plover;

    IncidentType(
            Group group,
            @org.jspecify.annotations.Nullable String acledEvent,
            @org.jspecify.annotations.Nullable String acledSubEvent,
            @org.jspecify.annotations.Nullable String plover) {
        this.group = group;
        this.acledEvent = Optional.ofNullable(acledEvent);
        this.acledSubEvent = Optional.ofNullable(acledSubEvent);
        this.plover = Optional.ofNullable(plover);
    }

    /** The type of a {@link #label()}; empty where there is none. */
    public static Optional<IncidentType> of(String label) {
        for (var type : values()) {
            if (type.label().equals(label)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The word that GeoJSON and the lexicons use. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Group group() {
        return group;
    }

    public Optional<String> acledEvent() {
        return acledEvent;
    }

    public Optional<String> acledSubEvent() {
        return acledSubEvent;
    }

    public Optional<String> plover() {
        return plover;
    }
}
