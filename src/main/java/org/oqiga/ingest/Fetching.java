package org.oqiga.ingest;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.oqiga.fetch.Answer;
import org.oqiga.fetch.Feed;
import org.oqiga.report.Parcel;
import org.oqiga.report.Sent;
import org.oqiga.store.ArrivalQueue;
import org.oqiga.store.Claimed;
import org.oqiga.store.FeedRepository;

/** Gets what arrivals and feeds have only the address of. */
final class Fetching {

    private final ArrivalQueue queue;
    private final FeedRepository feeds;
    private final BiFunction<String, Answer.State, Answer> web;
    private final Duration pause;

    /** {@code pause} is how long an address rests after a first failure. */
    Fetching(ArrivalQueue queue, FeedRepository feeds, BiFunction<String, Answer.State, Answer> web, Duration pause) {
        this.queue = queue;
        this.feeds = feeds;
        this.web = web;
        this.pause = pause;
    }

    /** Fetches one page for an arrival; says whether there was one to fetch. */
    boolean page(int holder) {
        var claimed = queue.claimUnfetched(holder, 1);
        claimed.forEach(one -> fetch(one, holder));
        return !claimed.isEmpty();
    }

    private void fetch(Claimed one, int holder) {
        var sent = one.sent();
        var answer = web.apply(sent.url().orElse(""), Answer.State.NONE);
        if (answer instanceof Answer.Got got && got.bytes().length > 0) {
            queue.fetched(new Claimed(one.id(), page(got, sent)), holder);
        } else {
            var nothing = answer instanceof Answer.Nothing it ? it : new Answer.Nothing("is empty", true);
            queue.failed(one.id(), holder, nothing.why(), nothing.hopeless(), pause);
        }
    }

    private static Sent page(Answer.Got got, Sent asked) {
        var address = got.from().toString();
        return new Sent(
                name(address, asked.name()),
                got.type(),
                Optional.of(address),
                asked.published(),
                asked.author(),
                got.bytes());
    }

    private static String name(String address, String otherwise) {
        try {
            return Parcel.nameOf(address);
        } catch (Parcel.Refused e) {
            return otherwise;
        }
    }

    /** Asks one feed whose time has come; says whether there was one. */
    boolean feed() {
        var due = feeds.claim();
        due.ifPresent(this::poll);
        return due.isPresent();
    }

    private void poll(FeedRepository.Due feed) {
        var answer = web.apply(feed.url(), new Answer.State(feed.etag(), feed.lastModified()));
        if (answer instanceof Answer.Got got) {
            try {
                var entries = Feed.entries(got).stream()
                        .map(entry -> new FeedRepository.Entry(
                                entry.id(),
                                new Sent(
                                        name(entry.url(), entry.url()),
                                        Optional.empty(),
                                        Optional.of(entry.url()),
                                        entry.published(),
                                        entry.author(),
                                        new byte[0])))
                        .toList();
                feeds.polled(feed, entries, got.state().etag(), got.state().lastModified());
            } catch (Feed.NoFeedException e) {
                feeds.failed(feed, e.getMessage());
            }
        } else if (answer instanceof Answer.Nothing nothing) {
            feeds.failed(feed, nothing.why());
        } else {
            feeds.unchanged(feed);
        }
    }
}
