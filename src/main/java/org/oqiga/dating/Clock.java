package org.oqiga.dating;

/** Minutes of the day from the words that give them. */
final class Clock {

    private static final int HALF_DAY = 12 * 60;

    private Clock() {}

    /** The minute of the day; a half is 1 before noon, 2 after it, 3 for the night, which is either. */
    static int minutes(Match<?> time) {
        int minutes =
                time.has(Field.CLOCK) ? time.get(Field.CLOCK, 0) : time.get(Field.HOUR, time.get(Field.NUMBER, 0)) * 60;
        int half = time.get(Field.HALF, 0);
        boolean early = minutes < HALF_DAY;
        if (half == 2 && early) {
            minutes += HALF_DAY;
        } else if (half == 1 && minutes >= HALF_DAY && minutes < HALF_DAY + 60) {
            minutes -= HALF_DAY;
        } else if (half == 3 && minutes >= 6 * 60 && early) {
            minutes += HALF_DAY;
        }
        return Math.min(minutes, 24 * 60) % (24 * 60);
    }
}
