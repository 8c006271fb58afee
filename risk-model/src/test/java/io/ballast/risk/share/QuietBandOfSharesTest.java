/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import static io.ballast.risk.share.SamplePools.ALICE;
import static io.ballast.risk.share.SamplePools.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.band.Figures;
import io.ballast.risk.band.Limits;
import io.ballast.risk.band.QuietBand;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolKind;
import io.ballast.risk.book.PositionMeasures;
import io.ballast.risk.curve.stable.StableInvariant;
import io.ballast.risk.curve.stable.StableKind;
import io.ballast.risk.curve.weighted.WeightedKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The band of a position's curve against the book itself, traded along its invariant: tokens of 18 and 6 decimals. */
class QuietBandOfSharesTest {

    private static final int STEPS = 4000;

    @Test
    void shouldBeQuietInsideAndLoudOutsideInAWeightedPool() {
        PoolBook book = open(
                new WeightedKind(),
                Map.of("address", "0xpool", "fee_pips", 3000),
                Map.of("decimals", 18, "weight_e18_raw", "800000000000000000"),
                Map.of("decimals", 6, "weight_e18_raw", "200000000000000000"));
        deposit(book, 100, 400);
        // 1 % of fees, since both balances are 1 % more than deposited.
        check(book, 101, x -> 1.01 * 400 * Math.pow(101 / x, 4), 0.5, 2.0);
    }

    @Test
    void shouldBeQuietInsideAndLoudOutsideInAStablePool() {
        PoolBook book = open(
                new StableKind(),
                Map.of("address", "0xpool", "fee_pips", 400, "amplification_raw", 200),
                Map.of("decimals", 18),
                Map.of("decimals", 6));
        deposit(book, 1000, 1000);
        StableInvariant invariant = StableInvariant.ofAmplification(200);
        check(book, 1010, x -> invariant.other(x, 2020), 0.9, 1.1);
    }

    private static void check(PoolBook book, double balance0, DoubleUnaryOperator balance1, double least, double most) {
        Figures published = at(book, balance0, balance1);
        double value = published.value();
        Limits limits = new Limits(0.01 * value, 1e-4, 0.02 * published.delta(), 0.01 * value);
        // Half of what fees move too is kept for them.
        Limits untilFees = new Limits(limits.value() / 2, limits.il(), limits.delta() / 2, limits.fees() / 2);
        QuietBand band = book.priceCurve(ALICE).quiet(published, published, limits, 0);
        double margin = 1e-3 * (band.hi() - band.lo());
        int quiet = 0;
        int loud = 0;
        for (int i = 0; i <= STEPS; i++) {
            double x = balance0 * (least + (most - least) * i / STEPS);
            Figures now = at(book, x, balance1);
            double s = book.sqrtPrice();
            if (band.contains(s)) {
                assertThat(limits.hold(published, now))
                        .as("at sqrt price %s of %s: %s against %s", s, band, now, published)
                        .isTrue();
                quiet++;
            } else if (s < band.lo() - margin && s > band.lo() - 4 * margin
                    || s > band.hi() + margin && s < band.hi() + 4 * margin) {
                assertThat(untilFees.hold(published, now))
                        .as("at sqrt price %s of %s: %s against %s", s, band, now, published)
                        .isFalse();
                loud++;
            }
        }
        assertThat(quiet).isPositive();
        assertThat(loud).isPositive();
    }

    private static Figures at(PoolBook book, double balance0, DoubleUnaryOperator balance1) {
        book.apply(new ShareEvent.Balances(raw(balance0, 18), raw(balance1.applyAsDouble(balance0), 6), NOW));
        PositionMeasures measures = book.figures(ALICE).measures();
        return new Figures(measures.value(), measures.ilFraction(), measures.delta0(), measures.feesValue());
    }

    private static PoolBook open(PoolKind kind, Map<String, ?> pool, Map<String, ?> token0, Map<String, ?> token1) {
        return PoolBook.open(kind.terms(SampleFacts.of(pool, token0, token1)));
    }

    private static void deposit(PoolBook book, double amount0, double amount1) {
        BigInteger all = BigInteger.TEN.pow(21);
        book.apply(new BookEvent.LpTransfer(SharePool.ZERO_ADDRESS, ALICE, all));
        book.apply(new ShareEvent.Join(raw(amount0, 18), raw(amount1, 6), BigInteger.ZERO, BigInteger.ZERO, all, NOW));
    }

    private static BigInteger raw(double human, int decimals) {
        return new BigDecimal(human).scaleByPowerOfTen(decimals).toBigInteger();
    }
}
