package org.oqiga.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.oqiga.extract.Rules;
import org.oqiga.gazetteer.Gazetteer;

/** The gazetteer of a running service, so that reading and answering share one. */
@ApplicationScoped
public class Atlas {

    private Future<Gazetteer> gazetteer = new CompletableFuture<>();
    private String rules = "";
    private boolean given;

    /**
     * The one to use from now on; it may still be loading.
     *
     * @param rules the version of the rules that read with it
     */
    public synchronized void use(Future<Gazetteer> gazetteer, String rules) {
        this.gazetteer = gazetteer;
        this.rules = rules;
        this.given = true;
    }

    /** Waits for it where it is still loading; the one that ships, where none was given. */
    public Gazetteer gazetteer() {
        try {
            return chosen().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the gazetteer was being loaded", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("the gazetteer could not be loaded", e.getCause());
        }
    }

    /** The version of the rules that read with this gazetteer. */
    public synchronized String rules() {
        chosen();
        return rules;
    }

    private synchronized Future<Gazetteer> chosen() {
        if (!given) {
            use(CompletableFuture.completedFuture(Gazetteer.load()), Rules.version(List.of()));
        }
        return gazetteer;
    }
}
