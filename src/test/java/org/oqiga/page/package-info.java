/** The page as a person uses it: the packaged program, its own PostGIS, a real browser. */
@NullMarked
package org.oqiga.page;

import org.jspecify.annotations.NullMarked;
