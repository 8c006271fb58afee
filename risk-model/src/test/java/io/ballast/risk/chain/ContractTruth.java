/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.ConcentratedState;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SlotState;
import io.ballast.risk.pool.concentrated.TickState;
import io.ballast.risk.pool.constantproduct.ConstantProductPool;
import io.ballast.risk.pool.constantproduct.ConstantProductState;
import java.math.BigInteger;
import java.util.Optional;

/** What the contracts themselves answered at some block, against a replayed chain. */
final class ContractTruth {

    private final ReplayedChain chain;

    ContractTruth(ReplayedChain chain) {
        this.chain = chain;
    }

    void check(JsonNode truth) {
        switch (truth.get("type").asText()) {
            case "pool" -> checkPool(truth);
            case "tick" -> checkTick(truth);
            case "position" -> checkPrincipal(truth, integer(truth, "liquidity"));
            case "poolPosition" -> checkSlot(truth);
            case "directPosition" -> checkDirect(truth);
            case "v2pair" -> checkPair(truth);
            case "v2lp" -> checkHolder(truth);
            default -> assertThat(truth.get("type").asText()).isEqualTo("checkpoint");
        }
    }

    private void checkPool(JsonNode truth) {
        ConcentratedState state = pool(truth).state();
        assertThat(pool(truth).feesKnown()).isTrue();
        assertThat(state.sqrtPriceX96()).isEqualTo(integer(truth, "sqrtPriceX96"));
        assertThat(state.tick()).isEqualTo(truth.get("tick").intValue());
        assertThat(state.liquidity()).isEqualTo(integer(truth, "liquidity"));
        assertThat(state.feeProtocol0() + 16 * state.feeProtocol1())
                .isEqualTo(truth.get("feeProtocol").intValue());
        assertThat(state.feeGrowthGlobal()).isEqualTo(growth(truth, "feeGrowthGlobal%dX128"));
        if (state.followedFromStart()) {
            assertThat(new TokenAmounts(state.protocolFees0(), state.protocolFees1()))
                    .isEqualTo(amounts(truth, "protocolFees"));
        }
    }

    private void checkTick(JsonNode truth) {
        TickState tick = pool(truth).ticks().view().get(truth.get("tick").intValue());
        assertThat(tick != null).isEqualTo(truth.get("initialized").booleanValue());
        TickState found = tick == null ? TickState.EMPTY : tick;
        assertThat(found.liquidityGross()).isEqualTo(integer(truth, "liquidityGross"));
        assertThat(found.liquidityNet()).isEqualTo(integer(truth, "liquidityNet"));
        assertThat(found.feeGrowthOutside()).isEqualTo(growth(truth, "feeGrowthOutside%dX128"));
    }

    private void checkPrincipal(JsonNode truth, BigInteger liquidity) {
        TokenAmounts principal = pool(truth)
                .principal(
                        truth.get("tickLower").intValue(),
                        truth.get("tickUpper").intValue(),
                        liquidity);
        assertThat(principal).isEqualTo(amounts(truth, "burn"));
    }

    private void checkSlot(JsonNode truth) {
        if (!isKnown(slotKey(truth), pool(truth))) {
            return;
        }
        SlotState slot = pool(truth).slots().view().getOrDefault(slotKey(truth), SlotState.EMPTY);
        assertThat(slot.liquidity()).isEqualTo(integer(truth, "liquidity"));
        assertThat(slot.feeGrowthInsideLast()).isEqualTo(growth(truth, "feeGrowthInside%dLastX128"));
        assertThat(slot.tokensOwed()).isEqualTo(amounts(truth, "tokensOwed"));
    }

    private void checkDirect(JsonNode truth) {
        if (!isKnown(slotKey(truth), pool(truth))) {
            return;
        }
        BigInteger liquidity = pool(truth).slots().get(slotKey(truth)).liquidity();
        assertThat(liquidity).isEqualTo(integer(truth, "liquidity"));
        checkPrincipal(truth, liquidity);
        TokenAmounts owed = pool(truth).owed(slotKey(truth));
        assertThat(owed.plus(amounts(truth, "burn"))).isEqualTo(amounts(truth, "exit"));
    }

    /** Of a pool that was joined in mid-life, slots that nobody asked for are not. */
    private static boolean isKnown(SlotKey slot, ConcentratedPool pool) {
        return pool.state().followedFromStart() || pool.slots().view().containsKey(slot);
    }

    private void checkPair(JsonNode truth) {
        ConstantProductState pair = pair(truth).state();
        assertThat(new TokenAmounts(pair.reserve0(), pair.reserve1())).isEqualTo(amounts(truth, "reserve"));
        assertThat(new TokenAmounts(pair.balance0(), pair.balance1())).isEqualTo(amounts(truth, "balance"));
        assertThat(pair.totalSupply()).isEqualTo(integer(truth, "totalSupply"));
        assertThat(pair.kLast()).isEqualTo(integer(truth, "kLast"));
        assertThat(pair.followedFromStart()).isEqualTo(pair.totalSupply().signum() > 0);
    }

    private void checkHolder(JsonNode truth) {
        String holder = truth.get("holder").asText();
        assertThat(pair(truth).balanceOf(holder)).isEqualTo(integer(truth, "balance"));
        Optional<TokenAmounts> removal =
                truth.get("remove0").isNull() ? Optional.empty() : Optional.of(amounts(truth, "remove"));
        assertThat(pair(truth).removal(holder)).isEqualTo(removal);
    }

    private ConcentratedPool pool(JsonNode truth) {
        return chain.pools.get(truth.get("pool").asText());
    }

    private ConstantProductPool pair(JsonNode truth) {
        return chain.pairs.get(truth.get("pair").asText());
    }

    private static SlotKey slotKey(JsonNode truth) {
        return new SlotKey(
                truth.get("owner").asText(),
                truth.get("tickLower").intValue(),
                truth.get("tickUpper").intValue());
    }

    private static FeeGrowth growth(JsonNode truth, String pattern) {
        return new FeeGrowth(integer(truth, String.format(pattern, 0)), integer(truth, String.format(pattern, 1)));
    }

    private static TokenAmounts amounts(JsonNode truth, String name) {
        return new TokenAmounts(integer(truth, name + "0"), integer(truth, name + "1"));
    }

    private static BigInteger integer(JsonNode truth, String field) {
        return new BigInteger(truth.get(field).asText());
    }
}
