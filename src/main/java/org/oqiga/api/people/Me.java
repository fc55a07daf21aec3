package org.oqiga.api.people;

import org.jspecify.annotations.Nullable;
import org.oqiga.desk.Person;

/** Who one is to the service; nothing for nobody in particular. */
record Me(@Nullable String name, @Nullable String role) {

    static final Me NOBODY = new Me(null, null);

    static Me of(Person person) {
        return new Me(person.name(), person.role().label());
    }
}
