package org.oqiga.store;

import java.util.List;
import java.util.Optional;

/**
 * Some features of a layer, in their order.
 *
 * @param features each as GeoJSON
 * @param matched how many there are on all pages
 * @param next what the next page is to be asked for with; empty on the last
 */
public record Page(List<String> features, long matched, Optional<String> next) {

    public Page {
        features = List.copyOf(features);
    }

    /**
     * Which part of the features is asked for, and in which form.
     *
     * @param after as a page before this gave it
     * @param attributes those to keep; all where there are none
     */
    public record Request(int limit, Optional<String> after, List<String> attributes, Crs crs) {

        public Request {
            attributes = List.copyOf(attributes);
        }
    }
}
