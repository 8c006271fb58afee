/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.Samples;
import io.ballast.desk.store.PoolInfo;
import io.ballast.desk.store.Pools;
import io.ballast.desk.valuation.PoolShape;
import io.ballast.schema.PositionRisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the whitepaper's formulas for one range: Uniswap v3, eq. 6.29 and 6.30. */
class PayoffTest {
    private static final double LIQUIDITY = 1e12;
    private static final int TICK = 201_000;
    /** Token0 has 18 decimals and token1 has 6, so that a raw price is 1e-12 of the human one. */
    private static final double RAW_PER_HUMAN = 1e-12;

    private final Pools pools = new Pools();
    private final PositionRisk risk = Samples.position(Samples.WETH_USDC, 1, 100);

    @BeforeEach
    void place() {
        pools.put(Samples.pool(Samples.WETH_USDC, "WETH", 18, "USDC", 6));
        risk.setLiquidityRaw("1000000000000");
        risk.setTickLower(-TICK);
        risk.setTickUpper(-TICK + 4_000);
        risk.setPrice(Math.pow(1.0001, -TICK + 2_000) / RAW_PER_HUMAN);
    }

    @Test
    void isTheRangesOwnCurve() {
        ObjectNode payoff = Payoff.of(risk, pool(), PoolShape.UNKNOWN, 0.3);

        assertThat(payoff.get("exact").asBoolean()).isTrue();
        assertThat(payoff.get("prices")).hasSize(121);
        for (int index = 0; index < 121; index++) {
            double price = payoff.get("prices").get(index).asDouble();
            assertThat(payoff.get("value").get(index).asDouble())
                    .as("at %s", price)
                    .isCloseTo(worth(price), within(1e-9 * worth(price)));
        }
    }

    @Test
    void losesNothingNow_andNeverGainsAgainstHolding() {
        JsonNode ladder = Payoff.of(risk, pool(), PoolShape.UNKNOWN, 0.3).get("ladder");

        for (JsonNode rung : ladder) {
            if (rung.get("shift").asDouble() == 0) {
                assertThat(rung.get("loss").asDouble()).isZero();
            } else {
                assertThat(rung.get("loss").asDouble()).isNegative();
            }
        }
    }

    @Test
    void saysThatItHasNoCurve_whereDecimalsAreNotKnown() {
        ObjectNode payoff = Payoff.of(risk, new Pools().get(Samples.WETH_USDC), PoolShape.UNKNOWN, 0.3);

        assertThat(payoff.get("exact").asBoolean()).isFalse();
        assertThat(payoff.get("value")).isEmpty();
    }

    @Test
    void saysThatItHasNoCurve_whereTheRangeIsNone() {
        risk.setTickUpper(900_000);

        assertThat(Payoff.of(risk, pool(), PoolShape.UNKNOWN, 0.3).get("exact").asBoolean())
                .isFalse();
        assertThat(PositionRecords.price(900_000, pool())).isNaN();
    }

    private PoolInfo pool() {
        return pools.get(Samples.WETH_USDC);
    }

    private double worth(double price) {
        double raw = price * RAW_PER_HUMAN;
        double lower = Math.pow(1.0001, risk.getTickLower() / 2.0);
        double upper = Math.pow(1.0001, risk.getTickUpper() / 2.0);
        double now = Math.min(upper, Math.max(lower, Math.sqrt(raw)));
        double amount0 = LIQUIDITY * (1 / now - 1 / upper) / 1e18;
        double amount1 = LIQUIDITY * (now - lower) / 1e6;
        return amount0 * price + amount1;
    }
}
