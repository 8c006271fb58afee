/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.desk.Samples;
import io.ballast.desk.store.PoolInfo;
import io.ballast.desk.store.Pools;
import io.ballast.risk.curve.PairCurve;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares of pools without ranges, against their invariants; token0 has 18 decimals and token1 has 6. */
class PositionCurveTest {
    private static final double AMPLIFICATION = 100;

    private final Pools pools = new Pools();
    private final PoolDefinition definition = Samples.pool(Samples.WETH_USDC, "WETH", 18, "USDC", 6);
    private final PositionRisk risk = Samples.position(Samples.WETH_USDC, 1, 100);

    private PairCurve curve(PoolKind kind, PoolShape shape) {
        return PositionCurve.of(risk, pool(kind), shape).orElseThrow();
    }

    private PoolInfo pool(PoolKind kind) {
        definition.setKind(kind);
        pools.put(definition);
        return pools.get(Samples.WETH_USDC);
    }

    /** A share of so many whole tokens. */
    private void hold(long amount0, long amount1) {
        risk.setKind(PositionKind.LP_TOKEN);
        risk.setPrincipal0Raw(amount0 + "0".repeat(18));
        risk.setPrincipal1Raw(amount1 + "0".repeat(6));
    }

    /** Balancer: {@code B0^w0 B1^w1} stays, and the price is {@code (B1/w1) / (B0/w0)}. */
    @ParameterizedTest
    @ValueSource(doubles = {20, 1000, 1500, 80_000})
    void keepsTheWeightedMean(double price) {
        hold(8, 3000);
        PairCurve curve = curve(PoolKind.WEIGHTED, new PoolShape(null, 0.8));

        double amount0 = curve.amount0(price);
        double amount1 = curve.amount1(price);

        double mean = Math.pow(8, 0.8) * Math.pow(3000, 0.2);
        assertThat(Math.pow(amount0, 0.8) * Math.pow(amount1, 0.2)).isCloseTo(mean, within(1e-12 * mean));
        assertThat(amount1 / 0.2 / (amount0 / 0.8)).isCloseTo(price, within(1e-12 * price));
    }

    @Test
    void holdsWhatItIs_atTheWeightedPoolsOwnPrice() {
        hold(8, 3000);

        assertThat(curve(PoolKind.WEIGHTED, new PoolShape(null, 0.8)).amount0(1500))
                .isCloseTo(8, within(1e-12));
    }

    /** StableSwap: {@code K (x + y) + D = K D + D^3 / (4 x y)} with K = 2 A, and the price is the ratio of its slopes. */
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 0.99, 1, 1.003, 1.4})
    void keepsTheStableInvariant(double price) {
        hold(1_000_000, 1_000_000);
        PairCurve curve = curve(PoolKind.STABLE, new PoolShape(AMPLIFICATION, null));

        assertStable(curve.amount0(price), curve.amount1(price), price);
    }

    /** A vault's share that stands for a quarter more than itself: 800,000 are a million of what the other token is. */
    @ParameterizedTest
    @ValueSource(doubles = {0.99, 1, 1.003})
    void countsATokenByItsRate(double scaledPrice) {
        definition.getTokens().get(0).setRateE18Raw("1250000000000000000");
        hold(800_000, 1_000_000);
        PairCurve curve = curve(PoolKind.STABLE, new PoolShape(AMPLIFICATION, null));

        double price = scaledPrice * 1.25;
        assertStable(curve.amount0(price) * 1.25, curve.amount1(price), scaledPrice);
    }

    private static void assertStable(double x, double y, double price) {
        double k = 2 * AMPLIFICATION;
        double d = 2_000_000;
        double bend = d * (d / x) * (d / y) / 4;
        assertThat(k * (x + y) + d).isCloseTo(k * d + bend, within(1e-12 * k * d));
        assertThat((k + bend / x) / (k + bend / y)).isCloseTo(price, within(1e-11));
    }

    @Test
    void isNotKnown_whereWeightsOrAmplificationAreNot() {
        hold(8, 3000);

        assertThat(PositionCurve.of(risk, pool(PoolKind.WEIGHTED), PoolShape.UNKNOWN))
                .isEmpty();
        assertThat(PositionCurve.of(risk, pool(PoolKind.STABLE), PoolShape.UNKNOWN))
                .isEmpty();
        assertThat(PositionCurve.of(risk, pool(PoolKind.UNKNOWN), PoolShape.UNKNOWN))
                .isEmpty();
    }

    @Test
    void isNone_whereNothingIsIn() {
        hold(0, 0);

        assertThat(PositionCurve.of(risk, pool(PoolKind.CONSTANT_PRODUCT), PoolShape.UNKNOWN))
                .isEmpty();
    }
}
