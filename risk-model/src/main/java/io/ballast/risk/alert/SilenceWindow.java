/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.alert;

/** A stretch of event time, once or again and again, in which nobody is to be told. Alerts live on meanwhile. */
public sealed interface SilenceWindow {

    /** The end of the window if the time is inside it, else the time itself. */
    long endIfInside(long timeMs);

    /**
     * Once.
     *
     * @param fromMs  inclusive
     * @param untilMs  exclusive
     */
    record Once(long fromMs, long untilMs) implements SilenceWindow {

        /** @throws IllegalArgumentException if it ends before it begins */
        public Once {
            if (untilMs <= fromMs) {
                throw new IllegalArgumentException("a silence must end after it begins");
            }
        }

        @Override
        public long endIfInside(long timeMs) {
            return timeMs >= fromMs && timeMs < untilMs ? untilMs : timeMs;
        }
    }

    /**
     * On some days of each week, UTC. One that ends at or before its beginning goes on into the next day.
     *
     * @param days  bit 0 is Monday, bit 6 Sunday: the days on which it begins
     * @param fromMinute  of the day
     * @param untilMinute  of the day, exclusive
     */
    record Weekly(int days, int fromMinute, int untilMinute) implements SilenceWindow {

        private static final long MINUTE_MS = 60_000;
        private static final int DAY_MINUTES = 1440;
        private static final long DAY_MS = DAY_MINUTES * MINUTE_MS;
        private static final int WEEK = 7;
        /** 1970-01-01 was a Thursday. */
        private static final int EPOCH_DAY = 3;

        /** @throws IllegalArgumentException if there is no such day or minute */
        public Weekly {
            if (days <= 0 || days >= 1 << WEEK || !isMinute(fromMinute) || !isMinute(untilMinute)) {
                throw new IllegalArgumentException("a weekly silence needs days and minutes of a day");
            }
        }

        private static boolean isMinute(int minute) {
            return minute >= 0 && minute < DAY_MINUTES;
        }

        @Override
        public long endIfInside(long timeMs) {
            long today = Math.floorDiv(timeMs, DAY_MS);
            return Math.max(endIfInside(today - 1, timeMs), endIfInside(today, timeMs));
        }

        private long endIfInside(long day, long timeMs) {
            if ((days >> Math.floorMod(day + EPOCH_DAY, WEEK) & 1) == 0) {
                return timeMs;
            }
            long from = day * DAY_MS + fromMinute * MINUTE_MS;
            int minutes = Math.floorMod(untilMinute - fromMinute - 1, DAY_MINUTES) + 1;
            long until = from + minutes * MINUTE_MS;
            return timeMs >= from && timeMs < until ? until : timeMs;
        }
    }
}
