package org.oqiga.api.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** How often one may knock. */
@ApplicationScoped
public class Limits {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int LONGEST_NAME = 80;
    // whoever has an IPv6 address has 2^64 of them
    private static final int NETWORK = 8;

    private final Caller caller;
    private final boolean ownMachine;
    private final Buckets names;
    private final Buckets addresses;
    private final Buckets writes;
    private final Buckets exports;
    private final Buckets collections;
    private final Buckets pages;

    Limits(Caller caller, LimitsConfig config) {
        this.caller = caller;
        this.ownMachine = config.readsFromThisMachine();
        this.names = new Buckets(config.signInsPerName(), "tries to sign in as one person");
        this.addresses = new Buckets(config.signInsPerAddress(), "tries to sign in from one address");
        this.writes = new Buckets(config.writesPerPerson(), "writes of one person");
        this.exports = new Buckets(config.exportsPerAddress(), "exports to one address");
        this.collections = new Buckets(config.collectionsPerAddress(), "whole collections to one address");
        this.pages = new Buckets(config.pagesPerAddress(), "pages and counts to one address");
    }

    /** Somebody tries to sign in as {@code name}. */
    public void signIn(String name) {
        addresses.take(network());
        var known = name.strip().toLowerCase(Locale.ROOT);
        names.take(known.substring(0, Math.min(LONGEST_NAME, known.length())));
    }

    /** Somebody tries an invitation. */
    public void join() {
        addresses.take(network());
    }

    /** Somebody has a file made. */
    public void export() {
        read(exports);
    }

    /** Somebody has all incidents of a filter sent. */
    public void collection() {
        read(collections);
    }

    /** Somebody has a page of features sent, or incidents counted. */
    public void page() {
        read(pages);
    }

    private void read(Buckets reads) {
        if (ownMachine || !address().isLoopbackAddress()) {
            reads.take(network());
        }
    }

    @ServerRequestFilter
    void write(ContainerRequestContext request) {
        if (!READING.contains(request.getMethod())) {
            caller.person().ifPresent(person -> writes.take(String.valueOf(person.id())));
        }
    }

    private String network() {
        var bytes = address().getAddress();
        return Arrays.toString(bytes.length > NETWORK ? Arrays.copyOf(bytes, NETWORK) : bytes);
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(caller.address());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the server gave an address that is none", e);
        }
    }
}
