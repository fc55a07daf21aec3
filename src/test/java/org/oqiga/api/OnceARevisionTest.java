package org.oqiga.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnceARevisionTest {

    private final OnceARevision<String> answers = new OnceARevision<>(1 << 20);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void whatManyAskForAtTheSameTimeIsMadeOnce() throws InterruptedException {
        var crowd = Executors.newFixedThreadPool(20);
        List<Callable<String>> all = IntStream.range(0, 200)
                .mapToObj(i -> (Callable<String>) () -> ask("/api/incidents", 7, "seven"))
                .toList();
        crowd.invokeAll(all);
        crowd.shutdown();
        assertEquals(1, made.get());
    }

    @Test
    void whatHasChangedIsAnsweredAnewAtOnceAndEachQuestionForItself() {
        assertEquals("one", ask("/api/incidents", 1, "one"));
        assertEquals("one", ask("/api/incidents", 1, "two"));
        assertEquals("two", ask("/api/incidents", 2, "two"));
        assertEquals("other", ask("/api/incidents?type=riot", 2, "other"));
        assertEquals(3, made.get());
    }

    private String ask(String address, long revision, String answer) {
        var bytes = answers.get(address, revision, key -> {
            made.incrementAndGet();
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return answer.getBytes(StandardCharsets.UTF_8);
        });
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
