/**
 * OGC API – Features: the layers of the store as collections that any client of the standard can read. Knows addresses, forms
 * and descriptions; what is in a collection it leaves to the store.
 */
@NullMarked
package org.oqiga.api.ogc;

import org.jspecify.annotations.NullMarked;
