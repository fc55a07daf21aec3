/**
 * Names to places and places to regions: a name comes in, the places that bear it go out. Refuses to know reports.
 */
@NullMarked
package org.oqiga.gazetteer;

import org.jspecify.annotations.NullMarked;
