/**
 * HTTP: the only room that knows it. Requests come in, stored incidents go out.
 */
@NullMarked
package org.oqiga.api;

import org.jspecify.annotations.NullMarked;
