/**
 * Dates in a text: a report comes in, its wordings of time as periods go out. Refuses to know what happened then.
 */
@NullMarked
package org.oqiga.dating;

import org.jspecify.annotations.NullMarked;
