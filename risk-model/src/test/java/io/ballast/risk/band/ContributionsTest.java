/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContributionsTest {

    private static final int MIN_TICK = -887272;
    private static final int MAX_TICK = 887272;

    private final Contributions contributions = new Contributions();
    private final Random random = new Random(11);

    @Test
    void shouldGiveBackExactlyWhatWasPut() {
        Map<Integer, Contributions.Row> expected = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            int id = random.nextInt(3_000);
            if (random.nextInt(3) == 0) {
                contributions.remove(id);
                expected.remove(id);
            } else {
                Contributions.Row row = randomRow();
                contributions.put(id, row);
                expected.put(id, row);
            }
        }
        for (int id = 0; id < 3_100; id++) {
            assertEquals(expected.get(id), contributions.get(id));
        }
    }

    @Test
    void shouldKeepTheEndsOfWhatFits_andWhatDoesNot() {
        BigInteger most = BigInteger.TWO.pow(191).subtract(BigInteger.ONE);
        BigInteger least = BigInteger.TWO.pow(191).negate();
        BigInteger full = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);
        checkRoundTrip(new Contributions.Row(MIN_TICK, MAX_TICK, full, most, most, least));
        checkRoundTrip(new Contributions.Row(-1, 0, BigInteger.ZERO, BigInteger.ZERO, most, BigInteger.ONE.negate()));
        checkRoundTrip(new Contributions.Row(0, 1, full.add(BigInteger.ONE), most, most, least));
        checkRoundTrip(new Contributions.Row(0, 1, full, most.add(BigInteger.ONE), most, least));
        checkRoundTrip(new Contributions.Row(0, 1, full, most, most, least.subtract(BigInteger.ONE)));
    }

    @Test
    void shouldHaveNothing_beforeAndAfter() {
        assertNull(contributions.get(5));
        assertNull(contributions.get(-1));
        contributions.remove(5);
        contributions.put(5, randomRow());
        contributions.remove(5);
        assertNull(contributions.get(5));
    }

    @Test
    void shouldRefuseWhatIsNoRange() {
        BigInteger one = BigInteger.ONE;
        assertThrows(IllegalArgumentException.class, () -> new Contributions.Row(0, 0, one, one, one, one));
        assertThrows(IllegalArgumentException.class, () -> new Contributions.Row(0, 1, one.negate(), one, one, one));
    }

    private void checkRoundTrip(Contributions.Row row) {
        contributions.put(3, row);
        assertEquals(row, contributions.get(3));
    }

    private Contributions.Row randomRow() {
        int lower = MIN_TICK + random.nextInt(MAX_TICK);
        return new Contributions.Row(
                lower,
                lower + 1 + random.nextInt(MAX_TICK),
                new BigInteger(random.nextInt(130), random),
                new BigInteger(random.nextInt(193), random),
                new BigInteger(random.nextInt(193), random),
                new BigInteger(random.nextInt(193), random).negate());
    }
}
