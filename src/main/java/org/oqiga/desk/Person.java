package org.oqiga.desk;

/** Somebody with a role; {@code name} is what the history calls them. */
public record Person(long id, String name, Role role) {}
