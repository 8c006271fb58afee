/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import io.ballast.producers.simulator.chain.BlockBuilder;
import io.ballast.producers.simulator.chain.SimulatedConcentratedPool;
import io.ballast.producers.simulator.chain.SimulatedPair;
import io.ballast.producers.simulator.chain.SimulatedToken;
import io.ballast.producers.simulator.chain.TokenPair;
import io.ballast.producers.simulator.chain.UsdPrices;
import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;
import java.util.SplittableRandom;

/** Swaps for reasons of its own, both ways alike, and accepts to move the price by half a percent at most. */
public final class NoiseTrader {

    private static final LogNormal ORDER_USD = new LogNormal(3_000, 1.3);
    private static final double EXACT_OUTPUT = 0.2;
    /** On the sqrt price: half a percent on the price. */
    private static final BigInteger LIMIT_PARTS = BigInteger.valueOf(400);

    private static final BigInteger MOST_OF_RESERVE = BigInteger.valueOf(400);

    private final UsdPrices prices;
    private final SplittableRandom random;

    public NoiseTrader(UsdPrices prices, SplittableRandom random) {
        this.prices = prices;
        this.random = random;
    }

    /** One swap, with an exact input or an exact output. */
    public void trade(BlockBuilder block, SimulatedConcentratedPool pool) {
        boolean zeroForOne = random.nextBoolean();
        boolean exactOutput = random.nextDouble() < EXACT_OUTPUT;
        BigInteger amount = orderIn(pool.terms().tokens(), zeroForOne != exactOutput);
        BigInteger price = pool.state().sqrtPriceX96();
        BigInteger move = price.divide(LIMIT_PARTS);
        block.beginTransaction();
        pool.swap(
                block,
                zeroForOne,
                exactOutput ? amount.negate() : amount,
                zeroForOne ? price.subtract(move) : price.add(move));
    }

    /** One swap with an exact input. */
    public void trade(BlockBuilder block, SimulatedPair pair) {
        boolean zeroForOne = random.nextBoolean();
        TokenAmounts reserves = pair.reserves();
        BigInteger reserve = zeroForOne ? reserves.amount0() : reserves.amount1();
        BigInteger amount = orderIn(pair.terms().tokens(), zeroForOne);
        block.beginTransaction();
        pair.swap(block, zeroForOne, amount.min(reserve.divide(MOST_OF_RESERVE)));
    }

    private BigInteger orderIn(TokenPair tokens, boolean inToken0) {
        SimulatedToken token = inToken0 ? tokens.token0() : tokens.token1();
        return PairDeposit.rawWorth(ORDER_USD.sample(random), token, prices);
    }
}
