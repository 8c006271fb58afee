/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.schema.PositionRisk;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pools of shares from their contracts' logs to published figures: Balancer v2 weighted and stable, Curve. Expected are published
 * cases, or what the contract's own rules give.
 */
class SharePoolsTopologyTest {
    private static final String WEIGHTED =
            "{\"kind\": \"weighted\", \"weight0\": %s, \"swapFee\": %s, \"decimals0\": %d, \"decimals1\": 18}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"balancer.weighted.onchain.1", "balancer.weighted.onchain.2"})
    void aSwapOfAWeightedPoolOnChainLeavesItsFee(String id) throws IOException {
        JsonNode published = Vectors.get(id);
        JsonNode balances = published.get("inputs").get("balances");
        LoggedPool pool = LoggedPool.inBalancersVault(String.format(WEIGHTED, "0.5", "0.01", 6));
        pool.firstDeposit(raw(balances.get(0), 6), raw(balances.get(1), 18));
        LoggedPool.Change change = swap(published);
        pool.swap(change);

        PositionRisk alice = pool.figuresOfItsHolder(folder);

        assertHoldsAll(alice, pool);
        double price = human(pool.balance1(), 18) / human(pool.balance0(), 6);
        double paid = Math.max(human(change.token0(), 6) * price, human(change.token1(), 18));
        assertThat(alice.getPrice()).isCloseTo(price, withinPercentage(1e-10));
        assertThat(alice.getFeesValue()).isCloseTo(0.01 * paid, withinPercentage(6));
    }

    @Test
    void aSwapOfAStablePoolOnChainLeavesItsFee() throws IOException {
        JsonNode published = Vectors.get("balancer.stable.onchain.0");
        JsonNode inputs = published.get("inputs");
        JsonNode rates = inputs.get("rates");
        LoggedPool pool = LoggedPool.inBalancersVault(String.format(
                "{\"kind\": \"stable\", \"amplification\": %s, \"swapFee\": 0.001, \"rate0\": %s, \"rate1\": %s,"
                        + " \"decimals0\": 6, \"decimals1\": 6}",
                inputs.get("amp_contract_A_times_n_pow_n_minus_1"), rates.get(0), rates.get(1)));
        pool.firstDeposit(unscaled(inputs, 0), unscaled(inputs, 1));
        LoggedPool.Change change = swap(published);
        pool.swap(change);

        PositionRisk alice = pool.figuresOfItsHolder(folder);

        assertHoldsAll(alice, pool);
        double paid = human(change.token0(), 6) * alice.getPrice();
        assertThat(alice.getFeesValue()).isCloseTo(0.001 * paid, withinPercentage(6));
    }

    /** Prices rise in a third unit; what trades without a fee then make of the pool is worth what Balancer's page says. */
    @ParameterizedTest
    @ValueSource(strings = {"balancer.il.8020", "balancer.il.5050"})
    void aWeightedPoolLosesWhatBalancerSays(String id) throws IOException {
        JsonNode published = Vectors.get(id);
        double weight0 = published.get("inputs").get("weights").get(0).asDouble();
        double rise0 = published.get("inputs").get("ratios").get(0).asDouble();
        double rise1 = published.get("inputs").get("ratios").get(1).asDouble();
        double before0 = 1000 * weight0;
        double before1 = 1000 * (1 - weight0);
        double rise = Math.pow(rise0, weight0) * Math.pow(rise1, 1 - weight0);
        LoggedPool pool = LoggedPool.inBalancersVault(String.format(WEIGHTED, weight0, "0", 18));
        pool.firstDeposit(e18(before0), e18(before1));
        pool.swap(new LoggedPool.Change(e18(before0 * (rise / rise0 - 1)), e18(before1 * (rise / rise1 - 1))));

        PositionRisk alice = pool.figuresOfItsHolder(folder);

        JsonNode expected = published.get("expected");
        assertThat(alice.getIlPct()).isCloseTo(expected.get("il").asDouble(), offset(2e-8));
        assertThat(alice.getValue() * rise1 / 1000)
                .isCloseTo(expected.get("lpRatio").asDouble(), offset(2e-8));
        assertThat(alice.getHodlValue() * rise1 / 1000)
                .isCloseTo(expected.get("hodlRatio").asDouble(), offset(2e-8));
    }

    /** From equal balances by a trade without a fee to where the published price is. */
    @ParameterizedTest
    @ValueSource(strings = {"own.stable.value.p1.001", "own.stable.value.p0.999"})
    void aCurvePoolIsWorthWhatItsInvariantSays(String id) throws IOException {
        JsonNode published = Vectors.get(id);
        JsonNode expected = published.get("expected");
        double half = published.get("inputs").get("D").asDouble() / 2;
        LoggedPool pool = LoggedPool.ofCurve(curve(published.get("inputs").get("A_contract"), "0", "0"));
        pool.firstDeposit(e18(half), e18(half));
        pool.swap(new LoggedPool.Change(
                e18(expected.get("x").asDouble() - half), e18(expected.get("y").asDouble() - half)));

        PositionRisk alice = pool.figuresOfItsHolder(folder);

        assertHoldsAll(alice, pool);
        assertThat(alice.getPrice())
                .isCloseTo(published.get("inputs").get("price").asDouble(), offset(1e-12));
        assertThat(alice.getValue()).isCloseTo(expected.get("value").asDouble(), withinPercentage(1e-9));
        assertThat(alice.getDelta0()).isCloseTo(expected.get("delta").asDouble(), withinPercentage(1e-9));
        assertThat(alice.getGamma()).isCloseTo(expected.get("gamma").asDouble(), withinPercentage(1e-6));
    }

    /** StableSwap.exchange: the fee is a part of what the curve gives, and the admin's part of it leaves the balances too. */
    @Test
    void whatCurvesAdminGetsOfAFeeIsNotThePools() throws IOException {
        JsonNode onCurve = Vectors.get("own.stable.value.p0.999").get("expected");
        LoggedPool pool = LoggedPool.ofCurve(curve("200", "0.0004", "0.5"));
        BigInteger half = e18(500_000);
        pool.firstDeposit(half, half);
        BigInteger given = half.subtract(e18(onCurve.get("y").asDouble()));
        BigInteger fee = given.multiply(BigInteger.valueOf(4_000_000)).divide(BigInteger.TEN.pow(10));
        BigInteger admins = fee.multiply(BigInteger.valueOf(5_000_000_000L)).divide(BigInteger.TEN.pow(10));
        BigInteger bought = given.subtract(fee);
        pool.swap(new LoggedPool.Change(e18(onCurve.get("x").asDouble()).subtract(half), bought.negate()));

        PositionRisk alice = pool.figuresOfItsHolder(folder);

        assertThat(new BigInteger(alice.getPrincipal0Raw())).isEqualTo(pool.balance0());
        assertThat(new BigInteger(alice.getPrincipal1Raw()))
                .isCloseTo(half.subtract(bought).subtract(admins), within(BigInteger.ONE));
        assertThat(alice.getFeesValue()).isCloseTo(human(fee.subtract(admins), 18), withinPercentage(1));
    }

    private static String curve(Object amplification, String fee, String adminPart) {
        return String.format(
                "{\"kind\": \"stable\", \"amplification\": %s, \"swapFee\": %s, \"protocolPart\": %s, \"decimals0\": 18,"
                        + " \"decimals1\": 18}",
                amplification, fee, adminPart);
    }

    /** A published swap, by the pool's balances. */
    private static LoggedPool.Change swap(JsonNode published) {
        JsonNode inputs = published.get("inputs");
        BigInteger given = new BigInteger(inputs.get("amountRaw").asText());
        BigInteger found = BigInteger.valueOf(
                (long) published.get("expected").get("outputRaw").asDouble());
        boolean exactIn = inputs.get("kind").asText().equals("exactIn");
        BigInteger in = exactIn ? given : found;
        BigInteger out = (exactIn ? found : given).negate();
        return inputs.get("tokenInIndex").asInt() == 0
                ? new LoggedPool.Change(in, out)
                : new LoggedPool.Change(out, in);
    }

    private static void assertHoldsAll(PositionRisk holder, LoggedPool pool) {
        assertThat(holder.getPrincipal0Raw())
                .isEqualTo(pool.ofHolder(pool.balance0()).toString());
        assertThat(holder.getPrincipal1Raw())
                .isEqualTo(pool.ofHolder(pool.balance1()).toString());
    }

    /** The case gives balances times rate in 18 decimals; both tokens have 6. */
    private static BigInteger unscaled(JsonNode inputs, int index) {
        double scaled = inputs.get("balancesScaled18").get(index).asDouble();
        return raw(new BigDecimal(scaled / inputs.get("rates").get(index).asDouble()), 6);
    }

    private static BigInteger raw(JsonNode amount, int decimals) {
        return raw(amount.decimalValue(), decimals);
    }

    private static BigInteger e18(double amount) {
        return raw(BigDecimal.valueOf(amount), 18);
    }

    private static BigInteger raw(BigDecimal amount, int decimals) {
        return amount.scaleByPowerOfTen(decimals).toBigInteger();
    }

    private static double human(BigInteger raw, int decimals) {
        return raw.doubleValue() / Math.pow(10, decimals);
    }
}
