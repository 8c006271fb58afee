/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the ranges of a group hold that the price is not in: token0 of those above the price, token1 of those below it. A
 * group's liquidity by boundary does not tell that, for it forgets which boundaries belong together. Sums are exact, so what was
 * put in and taken out again leaves nothing. Mutable and single-threaded.
 */
public final class OutOfRange {

    private final NavigableMap<Integer, BigInteger> token0X160ByLower = new TreeMap<>();
    private final NavigableMap<Integer, BigInteger> token1X96ByUpper = new TreeMap<>();

    /**
     * Puts a range in.
     *
     * @param liquidity  negative takes it out
     */
    public void add(int tickLower, int tickUpper, BigInteger liquidity) {
        BoundaryPrice lower = BoundaryPrice.at(tickLower);
        BoundaryPrice upper = BoundaryPrice.at(tickUpper);
        add(token0X160ByLower, tickLower, liquidity.multiply(lower.inverseX256().subtract(upper.inverseX256())));
        add(token1X96ByUpper, tickUpper, liquidity.multiply(upper.sqrtPriceX96().subtract(lower.sqrtPriceX96())));
    }

    /** Raw token0 of ranges whose lower tick is above a tick: they hold nothing else. */
    public double token0(int tick) {
        return ScaledInteger.toDouble(sum(token0X160ByLower.tailMap(tick, false)), ProfileAmounts.X160);
    }

    /** Raw token1 of ranges whose upper tick is at a tick or below it. */
    public double token1(int tick) {
        return ScaledInteger.toDouble(sum(token1X96ByUpper.headMap(tick, true)), ProfileAmounts.X96);
    }

    private static void add(NavigableMap<Integer, BigInteger> sums, int tick, BigInteger amount) {
        BigInteger sum = sums.getOrDefault(tick, BigInteger.ZERO).add(amount);
        if (sum.signum() == 0) {
            sums.remove(tick);
        } else {
            sums.put(tick, sum);
        }
    }

    private static BigInteger sum(NavigableMap<Integer, BigInteger> amounts) {
        return amounts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
