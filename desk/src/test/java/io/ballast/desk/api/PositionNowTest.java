/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.Samples;
import io.ballast.desk.store.PoolPrices;
import io.ballast.desk.store.Pools;
import io.ballast.desk.valuation.PoolShape;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A range from 1 to 4 with L = 6: at price p it holds 6 (1/s - 1/2) of token0 and 6 (s - 1) of token1, s being the root of p (Uniswap v3,
 * eq. 6.29 and 6.30). It was put in at 1, all token0: 3. Both tokens have 18 decimals; the range is in ticks, so prices are near.
 */
class PositionNowTest {
    private static final double NEAR = 1e-3;
    private static final int TICK_OF_4 = 13_864;

    private final Pools pools = new Pools();
    private final PositionRisk risk = Samples.position(Samples.WETH_USDC, 1, 100);

    @BeforeEach
    void putIn() {
        pools.put(Samples.pool(Samples.WETH_USDC, "WETH", 18, "DAI", 18));
        risk.setLiquidityRaw("6" + "0".repeat(18));
        risk.setTickLower(0);
        risk.setTickUpper(TICK_OF_4);
        risk.setPrice(1.0);
        risk.setHodl0(3.0);
        risk.setHodl1(0.0);
        risk.setRealisedIl(0.0);
        risk.setFeesEarned0(0.0);
        risk.setFeesEarned1(0.5);
        risk.setUsdPerToken1(2.0);
    }

    private ObjectNode at(double price) {
        return PositionNow.of(
                risk,
                pools.get(Samples.WETH_USDC),
                PoolShape.UNKNOWN,
                Optional.of(new PoolPrices.At(price, Samples.TIME.plusSeconds(7))));
    }

    @Test
    void isWorthAtTheNewestPrice_whateverWasPublished() {
        ObjectNode now = at(2.25);

        assertThat(now.get("exact").asBoolean()).isTrue();
        assertThat(now.get("published_price").asDouble()).isEqualTo(1);
        assertThat(now.get("price_time").asText())
                .isEqualTo(Samples.TIME.plusSeconds(7).toString());
        assertThat(now.get("delta0").asDouble()).isCloseTo(1, within(NEAR));
        assertThat(now.get("delta1").asDouble()).isCloseTo(3, within(NEAR));
        assertThat(now.get("value").asDouble()).isCloseTo(5.25, within(NEAR));
        assertThat(now.get("value_usd").asDouble()).isCloseTo(10.5, within(2 * NEAR));
        assertThat(now.get("hodl").asDouble()).isCloseTo(6.75, within(1e-12));
        assertThat(now.get("il").asDouble()).isCloseTo(-1.5, within(NEAR));
        assertThat(now.get("il_pct").asDouble()).isCloseTo(-1.5 / 6.75, within(NEAR));
        assertThat(now.get("result_usd").asDouble()).isCloseTo(-2, within(2 * NEAR));
    }

    @Test
    void isAllToken1AboveItsRange() {
        ObjectNode now = at(9);

        assertThat(now.get("delta0").asDouble()).isZero();
        assertThat(now.get("value").asDouble()).isCloseTo(6, within(NEAR));
        assertThat(now.get("il").asDouble()).isCloseTo(6 - 27, within(NEAR));
    }

    @Test
    void saysNothingOfLosses_whereDepositsAreNotKnown() {
        risk.setFlags(List.of(QualityFlag.HISTORY_INCOMPLETE));
        ObjectNode now = at(2.25);

        assertThat(now.get("value").asDouble()).isCloseTo(5.25, within(NEAR));
        for (String unknown : List.of("hodl", "il", "il_pct", "il_usd", "result", "result_usd")) {
            assertThat(now.get(unknown).isNull()).as(unknown).isTrue();
        }
    }

    @Test
    void hasNoUsd_withoutAPriceOfToken1() {
        risk.setUsdPerToken1(null);

        assertThat(at(2.25).get("value_usd").isNull()).isTrue();
    }

    @Test
    void hasNoFigures_whereNoPriceWasTold() {
        ObjectNode now = PositionNow.of(risk, pools.get(Samples.WETH_USDC), PoolShape.UNKNOWN, Optional.empty());

        assertThat(now.get("exact").asBoolean()).isFalse();
        assertThat(now.get("value").isNull()).isTrue();
        assertThat(now.get("price").isNull()).isTrue();
    }
}
