/**
 * PostGIS: the only room with SQL, and the one that brings a database up. Refuses to know HTTP and extraction.
 */
@NullMarked
package org.oqiga.store;

import org.jspecify.annotations.NullMarked;
