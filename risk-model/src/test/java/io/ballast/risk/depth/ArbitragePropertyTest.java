/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.depth.LadderDepth.Rung;
import io.ballast.risk.pool.concentrated.SqrtPrice;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The best that can be done against a ladder of three steps at a price of 1. */
class ArbitragePropertyTest {

    private static final double FEE = 0.003;
    private static final List<Rung> UP = List.of(rung(100, 500), rung(300, -1200), rung(5000, -300));
    private static final List<Rung> DOWN = List.of(rung(-200, 600), rung(-4000, 400));
    private static final LadderDepth LADDER = new LadderDepth(1, 1000, down -> (down ? DOWN : UP).iterator());

    private static Rung rung(int tick, double liquidityNet) {
        return new Rung(tick, SqrtPrice.atTick(tick), liquidityNet);
    }

    @Property
    void shouldBeTheBestOfAllTrades(
            @ForAll @DoubleRange(min = 0.7, max = 1.5) double market,
            @ForAll @DoubleRange(min = 0, max = 200) double amount) {
        Arbitrage best = Arbitrage.of(LADDER, market, FEE);

        assertThat(best.profit()).isGreaterThanOrEqualTo(profitOfBuying(amount, market) - 1e-9);
        assertThat(best.profit()).isGreaterThanOrEqualTo(profitOfSelling(amount, market) - 1e-9);
        double traded = best.token0() < 0
                ? profitOfBuying(paidFor(market) / (1 - FEE), market)
                : profitOfSelling(best.token0() / (1 - FEE), market);
        assertThat(best.profit()).isCloseTo(Math.max(0, traded), within(1e-9));
    }

    private static double paidFor(double market) {
        return LADDER.to(market * (1 - FEE)).token1();
    }

    /** For so much of token1. */
    private static double profitOfBuying(double paid, double market) {
        TokenChange change = LADDER.selling1(paid * (1 - FEE));
        return change == null ? 0 : -change.token0() * market - paid;
    }

    /** So much of token0. */
    private static double profitOfSelling(double sold, double market) {
        TokenChange change = LADDER.selling0(sold * (1 - FEE));
        return change == null ? 0 : -change.token1() - sold * market;
    }

    @Test
    void shouldBeNothingWithinTheFee() {
        assertThat(Arbitrage.of(LADDER, 1.0029, FEE)).isEqualTo(Arbitrage.NONE);
        assertThat(Arbitrage.of(LADDER, 0.9971, FEE)).isEqualTo(Arbitrage.NONE);
    }

    @Test
    void shouldBeTheClosedFormInsideOneStep() {
        // s from 1 to t = sqrt(0.997 * 1.005): L*(1 - 1/t) of token0 for L*(t - 1)/0.997.
        double t = Math.sqrt(0.997 * 1.005);
        Arbitrage arbitrage = Arbitrage.of(LADDER, 1.005, FEE);

        assertThat(arbitrage.token0()).isCloseTo(-1000 * (1 - 1 / t), within(1e-9));
        assertThat(arbitrage.profit()).isCloseTo(1000 * (1 - 1 / t) * 1.005 - 1000 * (t - 1) / 0.997, within(1e-9));
        assertThat(arbitrage.fees()).isCloseTo(1000 * (t - 1) * (1 / 0.997 - 1), within(1e-9));
    }
}
