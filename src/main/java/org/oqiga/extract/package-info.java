/**
 * What happened: a report with its resolutions and periods comes in, incidents and skips go out. Refuses to know
 * other reports.
 */
@NullMarked
package org.oqiga.extract;

import org.jspecify.annotations.NullMarked;
