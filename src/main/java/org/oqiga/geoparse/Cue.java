package org.oqiga.geoparse;

import java.util.Locale;

/** What a word beside a name can say about it; each language lists its words under these. */
enum Cue {
    /** Stands right before a person's name. */
    TITLE,
    /** Hardly stands before anything but a place or a time: "in", "near". */
    IN,
    /** Often stands before a place: "from", "to". */
    TOWARD,
    /** "the city of", "suburb of". */
    PART_OF,
    /** "… city", "… province", also written small. */
    PLACE_AFTER,
    /** "New York Gov. …", "Washington state": of two places of one name the region is meant. */
    REGION_AFTER,
    /** "The regions of … and …": the same before the names. */
    REGION_BEFORE,
    /** Makes regions of all the names in the row before it: "Valparaíso and Coquimbo regions". */
    REGIONS_AFTER,
    /** Makes what stands before it the name of a street. */
    STREET,
    /** The same before the name: "улица". */
    STREET_BEFORE,
    /** Before a name in the genitive, where a place would be in another case: "на Абая" is a street. */
    STREET_OF,
    /** Makes what stands before it the name of a building or a square, which is where the name says. */
    FACILITY,
    /** The same before the name: "площадь". */
    FACILITY_BEFORE,
    /** Makes a person's name behind it that of a square: "площадь". */
    SQUARE_BEFORE,
    /** The same behind the name. */
    SQUARE_AFTER,
    /** Makes what stands before it part of an institution's name. */
    ORGANISATION,
    /** Makes what stands before it the name of a newspaper or an agency, also written small: "Fars news agency". */
    MEDIUM,
    /** Makes what stands behind it the name of a company: "Air Astana". */
    COMPANY_BEFORE,
    /** What governments do: a country or capital before it stands for its government. */
    GOVERNMENT_VERB,
    /** May stand between a government and what it does: "Beijing firmly opposes". */
    ADVERB,
    /** What people do: a small town before it is rather a surname. */
    PERSON_VERB,
    /** Puts the country behind it on one side of a relation: "with", "between". */
    WITH,
    /** What stands before a country it rules or speaks for: "president of". */
    RULES,
    /** "St." before a given name. */
    SAINT,
    /** What is called by a saint: "church of". */
    SAINTS,
    /** What a state owns: "Armenia's prime minister". */
    OWNED,
    /** Says that the name behind is where a writer sat. */
    BYLINE,
    /** Begins a line about who wrote or photographed. */
    BYLINE_LINE,
    /** "Moscow time". */
    TIME,
    /** Hangs on a name by a hyphen and makes an adjective of it: "-based". */
    HYPHENATED,
    /** Before it or after it a demonym says what somebody speaks. */
    LANGUAGE_BEFORE,
    /** Before a demonym it makes a people of another place: "Native American". */
    NATIVE,
    /** Monday, January. */
    WEEKDAY_OR_MONTH,
    /** Written small inside a name. */
    PARTICLE,
    /** "of the country" behind "the west", or before it. */
    COUNTRY,
    /** Written small, it makes one name of the capitals before and behind: "Stade de France". */
    JOINS,
    /** Joins names in a row: "and". */
    AND,
    /** "of" in "Bank of …", "west of …". */
    OF,
    /** "between": two towns may well have a road. */
    BETWEEN,
    /** Never a place when it stands alone, whatever hamlet is called so. */
    NEVER;

    String label() {
        return this == SAINTS ? "saint's" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
