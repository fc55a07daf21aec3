/**
 * Reports as read: bytes of text, HTML, PDF or JSON lines come in, cleaned text with a name, a date and a language goes
 * out. Refuses to know what the text is about.
 */
@NullMarked
package org.oqiga.report;

import org.jspecify.annotations.NullMarked;
