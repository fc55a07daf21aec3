/**
 * The vocabulary: what an incident is, and its one written form, GeoJSON. Refuses to know how incidents are found or
 * kept.
 */
@NullMarked
package org.oqiga.incident;

import org.jspecify.annotations.NullMarked;
