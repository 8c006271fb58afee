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
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import java.util.List;
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
        ObjectNode payoff = payoff();

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
        JsonNode ladder = payoff().get("ladder");

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
        ObjectNode payoff =
                Payoff.of(risk, new Pools().get(Samples.WETH_USDC), PoolShape.UNKNOWN, 0.3, HedgeChoice.DELTA_NEUTRAL);

        assertThat(payoff.get("exact").asBoolean()).isFalse();
        assertThat(payoff.get("value")).isEmpty();
    }

    @Test
    void saysThatItHasNoCurve_whereTheRangeIsNone() {
        risk.setTickUpper(900_000);

        assertThat(payoff().get("exact").asBoolean()).isFalse();
        assertThat(PositionRecords.price(900_000, pool())).isNaN();
    }

    /** A deposit at a lower price than now, and fees in both tokens. */
    private void putIn() {
        double entry = Math.pow(1.0001, -TICK + 1_700);
        risk.setHodl0(amount0(entry));
        risk.setHodl1(amount1(entry));
        risk.setFeesEarned0(amount0(entry) / 100);
        risk.setFeesEarned1(amount1(entry) / 50);
        risk.setRealisedIl(-amount1(entry) / 1000);
    }

    @Test
    void marksWhereItWasPutIn() {
        putIn();

        double entry = Math.pow(1.0001, -TICK + 1_700) / RAW_PER_HUMAN;
        assertThat(payoff().get("entry_price").asDouble()).isCloseTo(entry, within(1e-9 * entry));
    }

    @Test
    void breaksEvenWhereWorthAndFeesAreTheBasket() {
        putIn();
        ObjectNode payoff = payoff();

        for (String end : List.of("break_even_lower", "break_even_upper")) {
            double price = payoff.get(end).asDouble();
            double has = worth(price) + risk.getFeesEarned0() * price + risk.getFeesEarned1() + risk.getRealisedIl();
            assertThat(has).as(end).isCloseTo(hodl(price), within(1e-9 * hodl(price)));
        }
        assertThat(payoff.get("break_even_lower").asDouble())
                .isLessThan(payoff.get("entry_price").asDouble());
        assertThat(payoff.get("break_even_upper").asDouble())
                .isGreaterThan(payoff.get("entry_price").asDouble());
        assertThat(payoff.get("break_even_note").asText()).isEqualTo("Ahead of holding between the two.");
    }

    @Test
    void comparesWithWhatWasPutIn() {
        putIn();

        for (JsonNode rung : payoff().get("ladder")) {
            double price = rung.get("price").asDouble();
            assertThat(rung.get("hodl").asDouble()).isCloseTo(hodl(price), within(1e-9 * hodl(price)));
            assertThat(rung.get("il").asDouble()).isCloseTo(worth(price) - hodl(price), within(1e-9 * hodl(price)));
        }
    }

    @Test
    void gainsNothingByAMoveEitherWay_hedgedToNoDelta() {
        for (JsonNode rung : payoff().get("ladder")) {
            double price = rung.get("price").asDouble();
            double sold = amount0(risk.getPrice() * RAW_PER_HUMAN);
            assertThat(rung.get("hedged").asDouble())
                    .isCloseTo(worth(price) - sold * (price - risk.getPrice()), within(1e-9 * worth(price)))
                    .isLessThanOrEqualTo(worth(risk.getPrice()) * (1 + 1e-12));
        }
    }

    @Test
    void keepsTheExposureOfTheBasket_hedgedAgainstTheLossAlone() {
        putIn();
        ObjectNode payoff = payoff(HedgeChoice.IL_NEUTRAL);

        double units = risk.getHodl0() - amount0(risk.getPrice() * RAW_PER_HUMAN);
        assertThat(payoff.get("hedge_units").asDouble()).isCloseTo(units, within(1e-9 * risk.getHodl0()));
        double now = worth(risk.getPrice()) - hodl(risk.getPrice());
        for (JsonNode rung : payoff.get("ladder")) {
            double price = rung.get("price").asDouble();
            assertThat(rung.get("hedged").asDouble() - hodl(price)).isLessThan(now + 1e-9 * hodl(price));
        }
    }

    @Test
    void saysWhyItHasNoBreakEven_whereDepositsAreNotKnown() {
        putIn();
        risk.setFlags(List.of(QualityFlag.HISTORY_INCOMPLETE));
        ObjectNode payoff = payoff(HedgeChoice.IL_NEUTRAL);

        assertThat(payoff.get("break_even_note").asText()).startsWith("Deposits from before");
        for (String unknown : List.of("entry_price", "break_even_lower", "break_even_upper", "hedge_units")) {
            assertThat(payoff.get(unknown).isNull()).as(unknown).isTrue();
        }
        assertThat(payoff.get("hodl")).isEmpty();
        assertThat(payoff.get("ladder").get(0).get("result").isNull()).isTrue();
    }

    /** 100 and 400 were put in at 4 and have become 55 and 880 at 16, fees of a tenth in them: 440 s - 100 s^2 - 400, s the root of the price. */
    @Test
    void countsFeesThatHaveGrownIntoTheShareOnce() {
        PoolDefinition pair = Samples.pool(Samples.WETH_USDC, "WETH", 18, "DAI", 18);
        pair.setKind(PoolKind.CONSTANT_PRODUCT);
        pools.put(pair);
        risk.setKind(PositionKind.LP_TOKEN);
        risk.setPrincipal0Raw("55" + "0".repeat(18));
        risk.setPrincipal1Raw("880" + "0".repeat(18));
        risk.setPrice(16.0);
        risk.setValue(1760.0);
        risk.setHodl0(100.0);
        risk.setHodl1(400.0);
        risk.setHodlValue(2000.0);
        risk.setIl(-400.0);
        risk.setRealisedIl(0.0);
        risk.setFeesEarned0(5.0);
        risk.setFeesEarned1(80.0);
        risk.setFeesCollected0(0.0);
        risk.setFeesCollected1(0.0);

        ObjectNode payoff = payoff();

        assertThat(payoff.get("entry_price").asDouble()).isCloseTo(4, within(1e-9));
        assertThat(payoff.get("break_even_lower").asDouble())
                .isCloseTo(Math.pow(2.2 - Math.sqrt(0.84), 2), within(1e-9));
        assertThat(payoff.get("break_even_upper").asDouble())
                .isCloseTo(Math.pow(2.2 + Math.sqrt(0.84), 2), within(1e-9));
        JsonNode now = payoff.get("ladder").get(5);
        assertThat(now.get("il").asDouble()).isCloseTo(-400, within(1e-9));
        assertThat(now.get("result").asDouble()).isCloseTo(-240, within(1e-9));
    }

    private ObjectNode payoff() {
        return payoff(HedgeChoice.DELTA_NEUTRAL);
    }

    private ObjectNode payoff(HedgeChoice target) {
        return Payoff.of(risk, pool(), PoolShape.UNKNOWN, 0.3, target);
    }

    private PoolInfo pool() {
        return pools.get(Samples.WETH_USDC);
    }

    private double hodl(double price) {
        return risk.getHodl0() * price + risk.getHodl1();
    }

    private double worth(double price) {
        double raw = price * RAW_PER_HUMAN;
        return amount0(raw) * price + amount1(raw);
    }

    private double amount0(double rawPrice) {
        double upper = Math.pow(1.0001, risk.getTickUpper() / 2.0);
        return LIQUIDITY * (1 / root(rawPrice) - 1 / upper) / 1e18;
    }

    private double amount1(double rawPrice) {
        double lower = Math.pow(1.0001, risk.getTickLower() / 2.0);
        return LIQUIDITY * (root(rawPrice) - lower) / 1e6;
    }

    private double root(double rawPrice) {
        double lower = Math.pow(1.0001, risk.getTickLower() / 2.0);
        double upper = Math.pow(1.0001, risk.getTickUpper() / 2.0);
        return Math.min(upper, Math.max(lower, Math.sqrt(rawPrice)));
    }
}
