package org.oqiga.store;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Small pieces of JSON. */
final class Json {

    private Json() {}

    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
