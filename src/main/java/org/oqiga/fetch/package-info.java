/**
 * What is got from outside: addresses come in, the bytes behind them go out, or the entries of a feed. Refuses to reach into
 * the network that the service itself stands in, and to know what the bytes say.
 */
@NullMarked
package org.oqiga.fetch;

import org.jspecify.annotations.NullMarked;
