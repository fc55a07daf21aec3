package org.oqiga.api.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often a minute one may do what costs the service much. */
@ConfigMapping(prefix = "oqiga.limits")
public interface LimitsConfig {

    /** Tries to sign in under one name: more guesses than a person needs, fewer than help a guesser. */
    @WithDefault("10")
    int signInsPerName();

    /** Tries to sign in or to use an invitation from one address; each costs a third of a second of reckoning. */
    @WithDefault("30")
    int signInsPerAddress();

    /** Writes of one person, programs of theirs included. */
    @WithDefault("6000")
    int writesPerPerson();

    /** Exports that one address may begin. */
    @WithDefault("30")
    int exportsPerAddress();

    /** Whole collections of incidents that one address may have, those it has already not counted. */
    @WithDefault("600")
    int collectionsPerAddress();

    /** Pages of features and counts by time that one address may have: more than a program that fetches all pages asks for. */
    @WithDefault("3000")
    int pagesPerAddress();

    /**
     * Whether readers on the service's own machine are counted too: they are its owner, or a proxy that stands for everybody
     * and would be refused for all of them at once.
     */
    @WithDefault("false")
    boolean readsFromThisMachine();
}
