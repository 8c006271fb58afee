/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import static io.ballast.risk.share.SamplePools.ALICE;
import static io.ballast.risk.share.SamplePools.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PositionMeasures;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever a record says of balances, it is refused when it comes or has figures: a figure asked for later must not fail. */
class ExtremeBalancesPropertyTest {

    @Property(tries = 500)
    void shouldBeRefusedOrMeasuredInAStablePool(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 1_000_000) int amplification) {
        refusesOrMeasures(SamplePools.stable(amplification), new Random(seed));
    }

    @Property(tries = 500)
    void shouldBeRefusedOrMeasuredInAWeightedPool(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 999) int perThousand) {
        long weight0 = perThousand * 1_000_000_000_000_000L;
        refusesOrMeasures(
                SamplePools.weighted(Long.toString(weight0), Long.toString(ShareFees.ONE_E18 - weight0)),
                new Random(seed));
    }

    private static void refusesOrMeasures(PoolBook book, Random random) {
        SamplePools.firstDeposit(book, 1000, 1000);
        book.journal().cut();
        try {
            book.apply(new ShareEvent.Balances(balance(random), balance(random), NOW));
        } catch (IllegalArgumentException refusal) {
            book.journal().rollback();
            assertThat(refusal.getMessage()).isNotBlank();
        }
        PositionMeasures measures = book.figures(ALICE).measures();
        if (measures != null) {
            assertThat(measures.value()).isFinite().isNotNegative();
            assertThat(measures.gamma()).isFinite().isNotPositive();
            assertThat(book.sqrtPrice()).isFinite().isPositive();
            assertThat(book.priceCurve(ALICE).fullDelta()).isFinite().isNotNegative();
        }
    }

    private static BigInteger balance(Random random) {
        return new BigInteger(random.nextInt(257), random);
    }
}
