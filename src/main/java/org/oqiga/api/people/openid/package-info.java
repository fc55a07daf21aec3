/**
 * Signing in with an account of another house, by OpenID Connect. Comes in: a browser that leaves for the provider and comes back with
 * a code; goes out: a session of ours. Refuses to keep anything that the provider gave.
 */
@NullMarked
package org.oqiga.api.people.openid;

import org.jspecify.annotations.NullMarked;
