package org.oqiga.api.ogc;

import jakarta.enterprise.context.ApplicationScoped;
import org.oqiga.api.Problems;
import org.oqiga.ingest.Regions;
import org.oqiga.store.Audience;
import org.oqiga.store.Crs;
import org.oqiga.store.Extent;
import org.oqiga.store.IncidentFilter;
import org.oqiga.store.Layer;
import org.oqiga.store.LayerRepository;
import org.oqiga.store.Page;

/** The layers of the store. */
@ApplicationScoped
class Layers {

    private final LayerRepository features;
    private final Regions regions;

    Layers(LayerRepository features, Regions regions) {
        this.features = features;
        this.regions = regions;
    }

    Layer named(String id) {
        return Layer.of(id).orElseThrow(() -> new Problems.Missing("there is no collection \"" + id + "\""));
    }

    Page page(Layer layer, IncidentFilter filter, Page.Request request) {
        fill(layer);
        return features.page(layer, filter, request);
    }

    String feature(Layer layer, String id, Crs crs, Audience audience) {
        fill(layer);
        var found = id.indexOf(0) >= 0 ? java.util.Optional.<String>empty() : features.find(layer, id, crs, audience);
        return found.orElseThrow(() -> new Problems.Missing("there is no \"" + id + "\" in " + layer.id()));
    }

    Extent extent(Layer layer, Audience audience) {
        fill(layer);
        return features.extent(layer, audience);
    }

    private void fill(Layer layer) {
        if (layer == Layer.REGIONS) {
            regions.fill();
        }
    }
}
