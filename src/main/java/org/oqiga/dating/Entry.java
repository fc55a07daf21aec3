package org.oqiga.dating;

import java.util.List;

/**
 * One reading of a word or phrase.
 *
 * @param className the class it is listed under, {@code weekday.of}
 * @param rest the words that must follow the first
 * @param capital whether it must begin with a capital letter
 */
record Entry(String className, Field field, int value, List<String> rest, boolean capital) {

    Entry(String className, int value) {
        this(className, Field.of(className), value, List.of(), false);
    }

    int length() {
        return 1 + rest.size();
    }
}
