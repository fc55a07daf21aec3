package org.oqiga.gazetteer;

import java.util.List;
import java.util.Locale;

/**
 * Measures what the gazetteer costs: run its main with -Xmx400m.
 *
 * <p>Last numbers, two cores, otherwise idle, 228,745 places of the world file: loaded in 1.4 s (1.3 s of processor time), heap 52 MB
 * after collection, and -Xmx150m is enough; named 0.1 µs, hit or miss; knows 0.08 µs; similar 8 to 14 µs; search 1 to 3 ms,
 * the first one 0.5 s more; the first polygon 0.5 s.
 */
final class GazetteerBenchmark {

    private GazetteerBenchmark() {}

    public static void main(String[] args) {
        long start = System.nanoTime();
        Gazetteer gazetteer = Gazetteer.load();
        say("loaded in %.2f s", (System.nanoTime() - start) / 1e9);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        say("heap %d MB", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        List<String> misses =
                List.of("the ministry said", "protesters", "on Wednesday", "tear gas", "полиция сообщила");
        List<String> hits = List.of("Almaty", "Нур-Султан", "Zhanaozen", "western Kazakhstan", "Mangystau");
        for (int round = 0; round < 3; round++) {
            rate("named, misses", misses, name -> gazetteer.named(name).size());
            rate("named, hits", hits, name -> gazetteer.named(name).size());
            rate("knows", misses, name -> gazetteer.knows(name) ? 1 : 0);
            rate("similar", List.of("Nure-Sultan", "Almatys", "protesters"), name -> gazetteer
                    .similar(name)
                    .size());
        }
        gazetteer.search("first", 1);
        rate("search", List.of("zhana", "a", "сан", "new yor"), name -> gazetteer
                .search(name, 10)
                .size());
    }

    private interface LookUp {
        int found(String name);
    }

    private static void rate(String what, List<String> names, LookUp lookUp) {
        long found = 0;
        long count = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < 500_000_000L) {
            for (String name : names) {
                found += lookUp.found(name);
                count++;
            }
        }
        say("%s: %.2f µs each (%d found)", what, (System.nanoTime() - start) / 1e3 / count, found / count);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
