/**
 * The desk: who may do what, and what people decide about incidents. Comes in: a person's word; goes out: a change in the
 * store with who and why. Refuses to know HTTP.
 */
@NullMarked
package org.oqiga.desk;

import org.jspecify.annotations.NullMarked;
