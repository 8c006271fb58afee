/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.testdata.SharedData;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The swaps of v3-core's own suite, forward and replayed from the log that they leave. */
class ReferenceSwapsTest {

    private final Map<String, JsonNode> pools = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> swaps() {
        return SharedData.testsFrom("uniswap-v3-core/pool-swaps.json", this::tests);
    }

    private Stream<DynamicTest> tests(JsonNode file) {
        file.get("pools").forEach(pool -> pools.put(pool.get("description").asText(), pool));
        JsonNode cases = file.get("cases");
        assertThat(cases).hasSize(128);
        return StreamSupport.stream(cases.spliterator(), false)
                .map(swap -> DynamicTest.dynamicTest(
                        swap.get("pool").asText() + ": " + swap.get("case").asText(), () -> check(swap)));
    }

    private void check(JsonNode swap) {
        JsonNode setUp = pools.get(swap.get("pool").asText());
        if (swap.get("expected").has("swapError")) {
            checkRefused(setUp, swap);
        } else {
            checkForward(setUp, swap);
            checkReplay(setUp, swap);
        }
    }

    private static void checkRefused(JsonNode setUp, JsonNode swap) {
        String error = swap.get("expected").get("swapError").asText();
        String code = error.substring(error.lastIndexOf(' ') + 1);
        ConcentratedPool pool = build(setUp, new TokenAmounts[1]);
        assertThatThrownBy(() -> run(pool, swap))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(code + ":");
    }

    private static void checkForward(JsonNode setUp, JsonNode swap) {
        JsonNode expected = swap.get("expected");
        TokenAmounts[] balances = new TokenAmounts[1];
        ConcentratedPool pool = build(setUp, balances);
        assertThat(balances[0])
                .isEqualTo(new TokenAmounts(integer(expected, "amount0Before"), integer(expected, "amount1Before")));
        assertThat(pool.state().tick()).isEqualTo(expected.get("tickBefore").intValue());
        SwapResult result = run(pool, swap);
        assertThat(result.amount0()).isEqualTo(integer(expected, "amount0Delta"));
        assertThat(result.amount1()).isEqualTo(integer(expected, "amount1Delta"));
        assertThat(result.tick()).isEqualTo(expected.get("tickAfter").intValue());
        assertThat(pool.state().feeGrowthGlobal())
                .isEqualTo(new FeeGrowth(
                        integer(expected, "feeGrowthGlobal0X128Delta"),
                        integer(expected, "feeGrowthGlobal1X128Delta")));
    }

    private static void checkReplay(JsonNode setUp, JsonNode swap) {
        ConcentratedPool simulated = build(setUp, new TokenAmounts[1]);
        ConcentratedPool replayed = build(setUp, new TokenAmounts[1]);
        boolean exact = replayed.replaySwap(run(simulated, swap));
        assertThat(exact).isTrue();
        assertThat(replayed.state()).isEqualTo(simulated.state());
        assertThat(replayed.ticks().view()).isEqualTo(simulated.ticks().view());
    }

    private static SwapResult run(ConcentratedPool pool, JsonNode swap) {
        return pool.swap(
                swap.get("zeroForOne").booleanValue(),
                integer(swap, "amountSpecified"),
                integer(swap, "sqrtPriceLimitX96"));
    }

    private static ConcentratedPool build(JsonNode setUp, TokenAmounts[] paid) {
        ConcentratedPool pool = TestPool.at(setUp.get("fee").intValue(), integer(setUp, "sqrtPriceX96"));
        paid[0] = TokenAmounts.ZERO;
        for (JsonNode position : setUp.get("positions")) {
            SlotKey slot = TestPool.slot(
                    position.get("tickLower").intValue(),
                    position.get("tickUpper").intValue());
            paid[0] =
                    paid[0].plus(pool.mint(slot, integer(position, "liquidity")).orElseThrow());
        }
        return pool;
    }

    private static BigInteger integer(JsonNode node, String field) {
        return new BigInteger(node.get(field).asText());
    }
}
