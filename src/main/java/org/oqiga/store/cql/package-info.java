/**
 * CQL2 text to a condition in SQL with bound values: a filter and what may be asked of a collection come in, a clause goes
 * out. Refuses to know tables, connections and requests.
 */
@NullMarked
package org.oqiga.store.cql;

import org.jspecify.annotations.NullMarked;
