/**
 * How good the extraction is: incidents and hand-made gold come in, counts go out. Refuses to print.
 */
@NullMarked
package org.oqiga.cli.evaluation;

import org.jspecify.annotations.NullMarked;
