/**
 * The door of the service: who a request is from, whether a page of ours sent it, and how often one may knock. Comes in: a
 * request; goes out: somebody or nobody. Refuses to know what is asked for.
 */
@NullMarked
package org.oqiga.api.door;

import org.jspecify.annotations.NullMarked;
