/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ballast.producers.rpc.PackedSlot;
import io.ballast.producers.rpc.Rpc;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.ConcentratedState;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SlotState;
import io.ballast.risk.pool.concentrated.TickState;
import java.math.BigInteger;
import java.util.Map;

/** Answers calls as a Uniswap v3 pool and its position manager would, on top of a node that answers all else. */
final class FakePool implements Rpc {

    private final Rpc node;
    private final ConcentratedPool pool;
    private final int tickSpacing;
    private final Map<String, String> nfts;
    private long callsAtBlock = -1;

    /** @param nfts  what {@code positions(tokenId)} and {@code ownerOf(tokenId)} give, by a call's data */
    FakePool(Rpc node, ConcentratedPool pool, int tickSpacing, Map<String, String> nfts) {
        this.node = node;
        this.pool = pool;
        this.tickSpacing = tickSpacing;
        this.nfts = nfts;
    }

    /** The block of the last call. */
    long callsAtBlock() {
        return callsAtBlock;
    }

    @Override
    public JsonNode call(String method, JsonNode parameters) {
        if (!method.equals("eth_call") || !parameters.get(1).asText().startsWith("0x")) {
            return node.call(method, parameters);
        }
        callsAtBlock = Long.decode(parameters.get(1).asText());
        return TextNode.valueOf("0x" + answer(parameters.get(0).get("data").asText()));
    }

    private String answer(String data) {
        ConcentratedState state = pool.state();
        String argument = data.substring(10);
        return switch (data.substring(0, 10)) {
            case "0x3850c7bd" ->
                words(
                        state.sqrtPriceX96(),
                        BigInteger.valueOf(state.tick()),
                        BigInteger.ZERO,
                        BigInteger.ONE,
                        BigInteger.ONE,
                        BigInteger.valueOf(state.feeProtocol0() + 16L * state.feeProtocol1()),
                        BigInteger.ONE);
            case "0x1a686502" -> words(state.liquidity());
            case "0xf3058399" -> words(state.feeGrowthGlobal0X128());
            case "0x46141319" -> words(state.feeGrowthGlobal1X128());
            case "0x5339c296" -> words(bitmap(signed(argument)));
            case "0xf30dba93" -> tick(signed(argument));
            case "0x514ea4bf" -> slot(argument);
            default -> nfts.get(data);
        };
    }

    private BigInteger bitmap(int word) {
        BigInteger bits = BigInteger.ZERO;
        for (int tick : pool.ticks().view().keySet()) {
            if (Math.floorDiv(tick / tickSpacing, 256) == word) {
                bits = bits.setBit(Math.floorMod(tick / tickSpacing, 256));
            }
        }
        return bits;
    }

    private String tick(int tick) {
        TickState state = pool.ticks().view().getOrDefault(tick, TickState.EMPTY);
        return words(
                state.liquidityGross(),
                state.liquidityNet(),
                state.feeGrowthOutside0X128(),
                state.feeGrowthOutside1X128(),
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ONE);
    }

    private String slot(String hash) {
        for (Map.Entry<SlotKey, SlotState> slot : pool.slots().view().entrySet()) {
            SlotKey key = slot.getKey();
            if (PackedSlot.hash(key.owner(), key.tickLower(), key.tickUpper()).equals(hash)) {
                SlotState state = slot.getValue();
                return words(
                        state.liquidity(),
                        state.feeGrowthInside0LastX128(),
                        state.feeGrowthInside1LastX128(),
                        state.tokensOwed0(),
                        state.tokensOwed1());
            }
        }
        return "0".repeat(64 * 5);
    }

    private static int signed(String word) {
        return new BigInteger(word, 16).intValue();
    }

    static String words(BigInteger... values) {
        StringBuilder words = new StringBuilder();
        for (BigInteger value : values) {
            words.append(String.format("%064x", value.signum() < 0 ? value.add(BigInteger.ONE.shiftLeft(256)) : value));
        }
        return words.toString();
    }
}
