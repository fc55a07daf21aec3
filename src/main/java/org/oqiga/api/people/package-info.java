/**
 * Accounts over HTTP: signing in and out, inviting, tokens. Comes in: a name and a password or an invitation; goes out: a cookie
 * or a token. Refuses to know how they are kept.
 */
@NullMarked
package org.oqiga.api.people;

import org.jspecify.annotations.NullMarked;
