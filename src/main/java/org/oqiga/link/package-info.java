/**
 * The same incident in several reports made one: incidents of reports come in, linked incidents go out. Refuses to
 * know where they are kept.
 */
@NullMarked
package org.oqiga.link;

import org.jspecify.annotations.NullMarked;
