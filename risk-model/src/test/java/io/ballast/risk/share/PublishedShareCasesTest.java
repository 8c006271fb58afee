/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import static io.ballast.risk.share.SamplePools.ALICE;
import static io.ballast.risk.share.SamplePools.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolKind;
import io.ballast.risk.book.PositionMeasures;
import io.ballast.risk.curve.stable.StableKind;
import io.ballast.risk.curve.weighted.WeightedKind;
import io.ballast.risk.testdata.PublishedCase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Balancer's documented losses, and swaps made on chain: what they leave in the pool is the fee. */
class PublishedShareCasesTest {

    private static final String ZERO = SharePool.ZERO_ADDRESS;

    @TestFactory
    Stream<DynamicTest> published() {
        Map<String, Function<PublishedCase, Map<String, ?>>> solvers = new HashMap<>();
        solvers.put("il_weighted_pct", PublishedShareCasesTest::loss);
        solvers.put("weighted_swap", PublishedShareCasesTest::weightedSwap);
        solvers.put("stable_swap", PublishedShareCasesTest::stableSwap);
        return PublishedCase.tests(solvers);
    }

    /** Prices are in a third unit, so worth in token1 times what token1 rose by. */
    private static Map<String, ?> loss(PublishedCase c) {
        double weight0 = element(c, "weights", 0);
        double ratio0 = element(c, "ratios", 0);
        double ratio1 = element(c, "ratios", 1);
        PoolBook book = SamplePools.weighted(e18(weight0), e18(1 - weight0));
        SamplePools.firstDeposit(book, 1000 * weight0, 1000 * (1 - weight0));
        double before = book.figures(ALICE).measures().value();
        double rise = Math.pow(ratio0, weight0) * Math.pow(ratio1, 1 - weight0);
        book.apply(SamplePools.balances(1000 * weight0 * rise / ratio0, 1000 * (1 - weight0) * rise / ratio1));
        PositionMeasures after = book.figures(ALICE).measures();
        return Map.of(
                "lpRatio", after.value() * ratio1 / before,
                "hodlRatio", after.hodlValue() * ratio1 / before,
                "il", after.ilFraction());
    }

    private static Map<String, ?> weightedSwap(PublishedCase c) {
        PoolBook book = open(
                new WeightedKind(),
                c,
                Map.of("fee_pips", Math.round(1e6 * c.real("swapFee"))),
                index -> Map.of("weight_e18_raw", e18(element(c, "weights", index))));
        deposit(book, raw(c, "balances", 0, 1), raw(c, "balances", 1, 1));
        return leavesItsFee(book, c);
    }

    /** The case gives balances times rate in 18 decimals. */
    private static Map<String, ?> stableSwap(PublishedCase c) {
        PoolBook book = open(
                new StableKind(),
                c,
                Map.of(
                        "fee_pips",
                        Math.round(1e6 * c.real("swapFee")),
                        "amplification_raw",
                        (long) c.real("amp_contract_A_times_n_pow_n_minus_1") * 1000,
                        "amplification_precision",
                        1000),
                index -> Map.of("rate_e18_raw", e18(element(c, "rates", index))));
        deposit(
                book,
                raw(c, "balancesScaled18", 0, element(c, "rates", 0)),
                raw(c, "balancesScaled18", 1, element(c, "rates", 1)));
        return leavesItsFee(book, c);
    }

    private static PoolBook open(
            PoolKind kind, PublishedCase c, Map<String, ?> pool, Function<Integer, Map<String, ?>> token) {
        Map<String, Object> fields = new HashMap<>(pool);
        fields.put("address", "0xpool");
        Map<String, Object> token0 = new HashMap<>(token.apply(0));
        Map<String, Object> token1 = new HashMap<>(token.apply(1));
        token0.put("decimals", c.inputs().get("decimals").get(0));
        token1.put("decimals", c.inputs().get("decimals").get(1));
        return PoolBook.open(kind.terms(SampleFacts.of(fields, token0, token1)));
    }

    private static void deposit(PoolBook book, BigInteger amount0, BigInteger amount1) {
        BigInteger all = BigInteger.TEN.pow(21);
        book.apply(new BookEvent.LpTransfer(ZERO, ALICE, all));
        book.apply(new ShareEvent.Join(amount0, amount1, BigInteger.ZERO, BigInteger.ZERO, all, NOW));
    }

    /** The whole holder is richer by the fee at the price, but for what the price moved meanwhile. */
    private static Map<String, ?> leavesItsFee(PoolBook book, PublishedCase c) {
        boolean exactIn = c.inputs().get("kind").asText().equals("exactIn");
        BigInteger published =
                BigInteger.valueOf((long) c.expected().get("outputRaw").doubleValue());
        BigInteger paid = exactIn ? c.integer("amountRaw") : published;
        BigInteger got = exactIn ? published : c.integer("amountRaw");
        boolean in0 = c.small("tokenInIndex") == 0;
        book.apply(new ShareEvent.Exchange(in0 ? paid : got.negate(), in0 ? got.negate() : paid, NOW));
        PositionMeasures after = book.figures(ALICE).measures();
        double paidHuman = paid.doubleValue() / Math.pow(10, element(c, "decimals", in0 ? 0 : 1));
        double fee = c.real("swapFee") * paidHuman * (in0 ? after.price() : 1);
        assertThat(after.feesValue()).isCloseTo(fee, withPercentage(6));
        return Map.of("outputRaw", published);
    }

    private static BigInteger raw(PublishedCase c, String array, int index, double rate) {
        int decimals = c.inputs().get("decimals").get(index).intValue();
        return new BigDecimal(element(c, array, index) / rate)
                .scaleByPowerOfTen(decimals)
                .toBigInteger();
    }

    private static double element(PublishedCase c, String array, int index) {
        JsonNode node = c.inputs().get(array).get(index);
        return node.doubleValue();
    }

    private static String e18(double part) {
        return BigDecimal.valueOf(part).scaleByPowerOfTen(18).toBigInteger().toString();
    }
}
