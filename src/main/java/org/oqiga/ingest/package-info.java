/**
 * The belt: a report comes in, its incidents are extracted, linked and stored, and what was skipped is counted.
 */
@NullMarked
package org.oqiga.ingest;

import org.jspecify.annotations.NullMarked;
