package org.oqiga.store;

import org.oqiga.report.Sent;

/** An arrival that this process has begun with. */
public record Claimed(long id, Sent sent) {}
