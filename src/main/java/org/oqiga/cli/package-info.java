/**
 * The commands: the only room that prints.
 */
@NullMarked
package org.oqiga.cli;

import org.jspecify.annotations.NullMarked;
