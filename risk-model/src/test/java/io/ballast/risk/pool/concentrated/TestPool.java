/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.risk.journal.Journal;
import java.math.BigInteger;

/** Pools as tests need them. */
final class TestPool {

    static final String OWNER = "0x00000000000000000000000000000000000000aa";
    static final BigInteger MIN_LIMIT = TickMath.MIN_SQRT_PRICE_X96.add(BigInteger.ONE);
    static final BigInteger MAX_LIMIT = TickMath.MAX_SQRT_PRICE_X96.subtract(BigInteger.ONE);

    private TestPool() {}

    static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    /** Source: v3-core {@code UniswapV3Factory}; 100 pips were added later. */
    static int spacing(int feePips) {
        return switch (feePips) {
            case 100 -> 1;
            case 500 -> 10;
            case 3000 -> 60;
            case 10000 -> 200;
            default -> throw new IllegalArgumentException("no usual spacing for fee " + feePips);
        };
    }

    /** An initialised pool without liquidity. */
    static ConcentratedPool at(int feePips, BigInteger sqrtPriceX96) {
        return at(feePips, spacing(feePips), sqrtPriceX96, new Journal());
    }

    static ConcentratedPool at(int feePips, int tickSpacing, BigInteger sqrtPriceX96, Journal journal) {
        return at(feePips, tickSpacing, SwapRules.UNISWAP_V3, sqrtPriceX96, journal);
    }

    static ConcentratedPool at(
            int feePips, int tickSpacing, SwapRules rules, BigInteger sqrtPriceX96, Journal journal) {
        ConcentratedPool pool = new ConcentratedPool(feePips, tickSpacing, rules, journal);
        pool.initialize(sqrtPriceX96, TickMath.tickAtSqrtPriceX96(sqrtPriceX96));
        return pool;
    }

    static SlotKey slot(int tickLower, int tickUpper) {
        return new SlotKey(OWNER, tickLower, tickUpper);
    }

    static SlotKey slot(JsonNode position) {
        return slot(position.get(0).intValue(), position.get(1).intValue());
    }

    /** Mints positions given as [tickLower, tickUpper, liquidity], the ends as numbers or "minTick" and "maxTick". */
    static void mintAll(ConcentratedPool pool, int feePips, JsonNode positions) {
        int spacing = spacing(feePips);
        for (JsonNode position : positions) {
            int lower = position.get(0).isInt() ? position.get(0).intValue() : lowest(spacing);
            int upper = position.get(1).isInt() ? position.get(1).intValue() : -lowest(spacing);
            pool.mint(slot(lower, upper), new BigInteger(position.get(2).asText()));
        }
    }

    static int lowest(int spacing) {
        return TickMath.MIN_TICK / spacing * spacing;
    }

    static SwapResult swapExactIn(ConcentratedPool pool, boolean zeroForOne, BigInteger amount) {
        return pool.swap(zeroForOne, amount, zeroForOne ? MIN_LIMIT : MAX_LIMIT);
    }
}
