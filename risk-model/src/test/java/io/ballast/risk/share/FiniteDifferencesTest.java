/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import static io.ballast.risk.share.SamplePools.ALICE;
import static io.ballast.risk.share.SamplePools.balances;
import static io.ballast.risk.share.SamplePools.firstDeposit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PositionMeasures;
import io.ballast.risk.curve.stable.StableInvariant;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delta and gamma of a book against differences of its own value, along balances that the invariant alone gives. */
class FiniteDifferencesTest {

    private static final double STEP = 1e-4;

    @ParameterizedTest
    @CsvSource({"0.8, 100", "0.8, 300", "0.5, 50", "0.2, 1000", "0.05, 90"})
    void shouldHoldInAWeightedPool(double weight0, double balance0) {
        PoolBook book = SamplePools.weighted(e18(weight0), e18(1 - weight0));
        firstDeposit(book, 100, 400);
        double invariant = Math.pow(100, weight0) * Math.pow(400, 1 - weight0);

        check(book, balance0, x -> Math.pow(invariant / Math.pow(x, weight0), 1 / (1 - weight0)));
    }

    @ParameterizedTest
    @CsvSource({"200, 1000", "200, 1700", "200, 1990", "200, 40", "10, 600", "5000, 1200", "1, 3000"})
    void shouldHoldInAStablePool(int amplification, double balance0) {
        PoolBook book = SamplePools.stable(amplification);
        firstDeposit(book, 1000, 1000);
        StableInvariant invariant = StableInvariant.ofAmplification(amplification);

        check(book, balance0, x -> invariant.other(x, 2000));
    }

    private static void check(PoolBook book, double balance0, DoubleUnaryOperator balance1) {
        PositionMeasures below = at(book, balance0 * (1 + STEP), balance1);
        PositionMeasures above = at(book, balance0 * (1 - STEP), balance1);
        PositionMeasures here = at(book, balance0, balance1);
        double rise = above.price() - below.price();

        assertThat(rise).isPositive();
        assertThat(here.delta0()).isCloseTo((above.value() - below.value()) / rise, withPercentage(1e-4));
        assertThat(here.gamma()).isCloseTo((above.delta0() - below.delta0()) / rise, withPercentage(1e-3));
        assertThat(here.feesValue()).isLessThan(1e-9 * here.value());
    }

    private static PositionMeasures at(PoolBook book, double balance0, DoubleUnaryOperator balance1) {
        book.apply(balances(balance0, balance1.applyAsDouble(balance0)));
        return book.figures(ALICE).measures();
    }

    private static String e18(double weight) {
        return Long.toString(Math.round(weight * 100) * 10_000_000_000_000_000L);
    }
}
