/**
 * Names of places in a text: a report comes in, toponyms with their offsets and the places they were settled on go
 * out. Refuses to know what happened there.
 */
@NullMarked
package org.oqiga.geoparse;

import org.jspecify.annotations.NullMarked;
