package org.oqiga.gazetteer;

/** What a place is called in English and by those who live there; {@code local} is empty where it is not known. */
public record Names(String english, String local) {}
