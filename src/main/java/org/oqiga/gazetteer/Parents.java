package org.oqiga.gazetteer;

/**
 * What a place lies in.
 *
 * @param country ISO 3166-1 alpha-2, empty for what lies in no country
 * @param admin1Id the place id of the region, empty where there is none
 * @param admin1 the region's English name, empty where there is none
 */
public record Parents(String country, String admin1Id, String admin1) {}
