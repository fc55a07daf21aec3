package org.oqiga.gazetteer;

/**
 * What a file says of a place besides its words.
 *
 * @param radiusKm 0 where it is to be told from the population
 * @param parentId what it lies in, empty where the file does not say
 * @param zone an IANA time zone, empty where the file does not say
 */
record PlaceRow(Kind kind, double lon, double lat, long population, double radiusKm, String parentId, String zone) {}
