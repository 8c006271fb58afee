/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BandIndexTest {

    private static final Figures SOME = new Figures(100, -0.01, 5, 1);
    private static final double FOREVER = Double.POSITIVE_INFINITY;
    private static final double FULL_DELTA = 10;

    private final BandIndex index = new BandIndex(Tolerances.DEFAULT, 1_000);

    @BeforeEach
    void startAtOne() {
        index.move(1, 0, 0);
    }

    @Test
    void shouldSayOncePerSubjectWhatIsDue_inOrder() {
        int first = index.add();
        int second = index.add();
        index.due(first);
        assertEquals(2, index.queued());
        assertEquals(List.of(first, second), polled());
    }

    @Test
    void shouldFire_whenThePriceReachesEitherEnd() {
        int above = resting(new QuietBand(0.9, 1.1, FOREVER));
        int below = resting(new QuietBand(0.8, 1.2, FOREVER));
        assertEquals(0, index.move(1.09, 0, 0));
        assertEquals(1, index.move(1.1, 0, 0));
        assertEquals(2, index.move(0.8, 0, 0));
        assertEquals(List.of(above, below), polled());
    }

    @Test
    void shouldFire_whenTheFeeClockPassesItsThreshold() {
        int id = resting(new QuietBand(0.5, 2, 7));
        resting(new QuietBand(0.5, 2, FOREVER));
        assertEquals(0, index.move(1, 7, 0));
        assertEquals(1, index.move(1, Math.nextUp(7.0), 0));
        assertEquals(List.of(id), polled());
    }

    @Test
    void shouldFireAfterTheHeartbeat_inTheOrderOfPublication() {
        int first = resting(new QuietBand(0.5, 2, FOREVER));
        index.move(1, 0, 10);
        int second = resting(new QuietBand(0.5, 2, FOREVER));
        assertEquals(0, index.move(1, 0, 999));
        assertEquals(1, index.move(1, 0, 1_000));
        assertFalse(index.stillQuiet(first, SOME, FULL_DELTA));
        assertTrue(index.stillQuiet(second, SOME, FULL_DELTA));
        assertEquals(2, index.move(1, 0, 1_010));
        assertEquals(List.of(first, second), polled());
    }

    @Test
    void shouldNeverFireByTime_withoutHeartbeat() {
        BandIndex timeless = new BandIndex(Tolerances.DEFAULT, 0);
        timeless.move(1, 0, 0);
        int id = timeless.add();
        timeless.published(id, SOME);
        timeless.quiet(id, new QuietBand(0.5, 2, FOREVER));
        assertEquals(0, timeless.move(1, 0, Long.MAX_VALUE));
    }

    @Test
    void shouldLookAgainAtTheNextMove_whenTheBandIsEmpty() {
        int id = resting(new QuietBand(1, 1, FOREVER));
        assertEquals(BandIndex.NONE, index.pollDue());
        assertEquals(1, index.move(1, 0, 0));
        assertEquals(List.of(id), polled());
    }

    @Test
    void shouldForgetAnEmptyBand_whenItsSubjectIsRemovedOrDue() {
        int removed = resting(new QuietBand(1, 1, FOREVER));
        int due = resting(new QuietBand(1, 1, FOREVER));
        index.remove(removed);
        index.due(due);
        assertEquals(List.of(due), polled());
        assertEquals(0, index.move(3, 0, 0));
    }

    @Test
    void shouldTakeSubjectsOutWhateverTheyAreDoing_andGiveTheirNumbersAgain() {
        int due = index.add();
        int quiet = resting(new QuietBand(0.5, 2, 3));
        index.remove(due);
        index.remove(quiet);
        assertEquals(0, index.size());
        assertEquals(0, index.move(5, 5, 5_000));
        assertEquals(Set.of(due, quiet), Set.of(index.add(), index.add()));
        assertFalse(index.stillQuiet(quiet, SOME, FULL_DELTA));
    }

    @Test
    void shouldRefuseSubjectsThatDoNotExist() {
        int id = index.add();
        index.remove(id);
        assertThrows(IllegalArgumentException.class, () -> index.remove(id));
        assertThrows(IllegalArgumentException.class, () -> index.due(-1));
        assertThrows(IllegalArgumentException.class, () -> index.published(7, SOME));
        assertThrows(IllegalArgumentException.class, () -> index.quiet(id, new QuietBand(0, 1, 0)));
        assertThrows(IllegalArgumentException.class, () -> index.lastPublishedMs(id));
    }

    @Test
    void shouldRefusePlacesThatDoNotExist() {
        for (double price : new double[] {0, -1, Double.NaN, FOREVER}) {
            assertThrows(IllegalArgumentException.class, () -> index.move(price, 0, 0));
        }
        assertThrows(IllegalArgumentException.class, () -> index.move(1, Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new BandIndex(Tolerances.DEFAULT, -1));
        assertThrows(IllegalArgumentException.class, () -> new QuietBand(2, 1, 0));
    }

    @Test
    void shouldCompareEachFigureWithItsTolerance() {
        int id = resting(new QuietBand(0.5, 2, FOREVER));
        assertTrue(index.stillQuiet(id, new Figures(100.0099, -0.01, 5, 1), FULL_DELTA));
        assertFalse(index.stillQuiet(id, new Figures(100.0101, -0.01, 5, 1), FULL_DELTA));
        assertTrue(index.stillQuiet(id, new Figures(100, -0.010099, 5, 1), FULL_DELTA));
        assertFalse(index.stillQuiet(id, new Figures(100, -0.010101, 5, 1), FULL_DELTA));
        assertTrue(index.stillQuiet(id, new Figures(100, -0.01, 5.0099, 1), FULL_DELTA));
        assertFalse(index.stillQuiet(id, new Figures(100, -0.01, 5.0101, 1), FULL_DELTA));
        assertTrue(index.stillQuiet(id, new Figures(100, -0.01, 5, 1.01), FULL_DELTA));
        assertFalse(index.stillQuiet(id, new Figures(100, -0.01, 5, 1.0102), FULL_DELTA));
    }

    @Test
    void shouldBeQuietAboutWhatIsNothing() {
        BandIndex index = new BandIndex(Tolerances.DEFAULT, 0);
        Figures nothing = new Figures(0, 0, 0, 0);
        int id = index.add();
        index.move(1, 0, 0);
        index.published(id, nothing);

        assertTrue(index.stillQuiet(id, nothing, 0));
        assertFalse(index.stillQuiet(id, new Figures(0, 0, 0, 1e-300), 0));
        index.published(id, new Figures(0, 0, 0, 1e-300));
        assertFalse(index.stillQuiet(id, nothing, 0));
    }

    @Test
    void shouldMakeDueWhatWasPublishedSince_whenRewound() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            index.move(1, i, 100 * i);
            all.add(resting(new QuietBand(0.5, 2, 50)));
        }
        index.rewind(300);
        assertEquals(Set.copyOf(all.subList(3, 6)), new HashSet<>(polled()));
        assertFalse(index.stillQuiet(all.get(3), SOME, FULL_DELTA));
        index.move(1, 2, 210);
        assertTrue(index.stillQuiet(all.get(2), SOME, FULL_DELTA));
        index.published(all.get(4), SOME);
        assertTrue(index.stillQuiet(all.get(4), SOME, FULL_DELTA));
    }

    @Test
    void shouldBeatInOrder_whenSomethingWasPublishedAsOfAnEarlierTime() {
        index.move(1, 0, 500);
        int late = resting(new QuietBand(0.5, 2, FOREVER));
        int early = resting(new QuietBand(0.5, 2, FOREVER));
        index.published(early, SOME, 200);
        assertEquals(200, index.lastPublishedMs(early));
        index.move(1, 0, 1_200);
        assertEquals(List.of(early), polled());
        index.move(1, 0, 1_500);
        assertEquals(List.of(late), polled());
    }

    @Test
    void shouldServeAFloodInPieces_andSpareWhatTurnsQuietAgain() {
        int flood = 10_000;
        for (int i = 0; i < flood; i++) {
            resting(new QuietBand(0.9, 1.1, FOREVER));
        }
        int queued = index.move(1.2, 0, 0);
        assertTrue(queued > 0 && queued < flood / 2, "queued " + queued);
        index.move(1, 0, 0);
        int served = polled().size();
        assertEquals(queued, served);
        index.move(1.2, 0, 0);
        assertEquals(flood - queued, polled().size());
        assertEquals(BandIndex.NONE, index.pollDue());
    }

    @Test
    void shouldFindTheSameAsASearchThroughAll() {
        Random random = new Random(17);
        List<QuietBand> bands = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            bands.add(randomBand(random, 1, 0));
            assertEquals(i, resting(bands.get(i)));
        }
        double price = 1;
        double clock = 0;
        for (int step = 0; step < 20_000; step++) {
            price = Math.min(3, Math.max(0.3, price * Math.exp(0.02 * random.nextGaussian())));
            clock += random.nextDouble() / 100;
            Set<Integer> expected = new HashSet<>();
            for (int id = 0; id < bands.size(); id++) {
                if (!bands.get(id).contains(price) || clock > bands.get(id).feeThreshold()) {
                    expected.add(id);
                }
            }
            index.move(price, clock, 0);
            List<Integer> found = polled();
            assertEquals(expected, new HashSet<>(found));
            assertEquals(expected.size(), found.size());
            for (int id : found) {
                bands.set(id, randomBand(random, price, clock));
                index.quiet(id, bands.get(id));
            }
        }
    }

    private static QuietBand randomBand(Random random, double price, double clock) {
        double threshold = random.nextBoolean() ? FOREVER : clock + 10 * random.nextDouble();
        return new QuietBand(
                price * Math.exp(-0.3 * random.nextDouble() - 1e-9),
                price * Math.exp(0.3 * random.nextDouble() + 1e-9),
                threshold);
    }

    private int resting(QuietBand band) {
        int id = index.add();
        index.published(id, SOME);
        index.quiet(id, band);
        return id;
    }

    private List<Integer> polled() {
        List<Integer> ids = new ArrayList<>();
        for (int id = index.pollDue(); id != BandIndex.NONE; id = index.pollDue()) {
            ids.add(id);
        }
        return ids;
    }
}
