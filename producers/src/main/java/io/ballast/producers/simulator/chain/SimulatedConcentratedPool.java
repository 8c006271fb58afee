/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.ConcentratedState;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SlotState;
import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.pool.concentrated.SwapResult;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;

/**
 * A Uniswap v3 pool on the simulated chain. It computes with the exact pool, and each action leaves the logs of the
 * contract (v3-core {@code UniswapV3Pool}) in the block, those of token transfers as empty places.
 *
 * <p>Mutable and single-threaded.
 */
public final class SimulatedConcentratedPool {

    private final PoolTerms terms;
    private final ConcentratedLogs logs;
    private final Journal journal = new Journal();
    private final ConcentratedPool pool;

    public SimulatedConcentratedPool(PoolTerms terms) {
        this.terms = terms;
        this.logs = new ConcentratedLogs(terms.poolId());
        this.pool = new ConcentratedPool(terms.feePips(), terms.tickSpacing(), journal);
    }

    public PoolTerms terms() {
        return terms;
    }

    public ConcentratedState state() {
        return pool.state();
    }

    /** The slot as it was last touched; {@link SlotState#EMPTY} if never. */
    public SlotState slot(SlotKey key) {
        SlotState slot = pool.slots().get(key);
        return slot == null ? SlotState.EMPTY : slot;
    }

    /** {@code PoolCreated} of the factory and {@code Initialize}, in one transaction. */
    public void create(BlockBuilder block, RawRatio price) {
        BigInteger sqrtPriceX96 = SqrtPrice.encode(price.numerator(), price.denominator());
        int tick = TickMath.tickAtSqrtPriceX96(sqrtPriceX96);
        block.log(terms.definition());
        pool.initialize(sqrtPriceX96, tick);
        block.log(logs.initialize(sqrtPriceX96, tick));
        settled();
    }

    /**
     * Adds liquidity.
     *
     * @return what was paid, rounded up
     */
    public TokenAmounts mint(BlockBuilder block, PoolSlot slot, BigInteger liquidity) {
        TokenAmounts paid = pool.mint(slot.key(), liquidity).orElseThrow();
        skipTransfers(block, paid);
        block.log(logs.mint(slot, liquidity, paid));
        return settled(paid);
    }

    /**
     * Takes liquidity out; of none it is a poke, which settles fees.
     *
     * @return what was credited beside the fees, rounded down
     */
    public TokenAmounts burn(BlockBuilder block, PoolSlot slot, BigInteger liquidity) {
        TokenAmounts credited = pool.burn(slot.key(), liquidity).orElseThrow();
        block.log(logs.burn(slot, liquidity, credited));
        return settled(credited);
    }

    /**
     * Pays out what is owed, at most what is asked for.
     *
     * @return what was paid
     */
    public TokenAmounts collect(BlockBuilder block, PoolSlot slot, TokenAmounts requested) {
        SlotState owed = slot(slot.key());
        TokenAmounts paid = new TokenAmounts(
                requested.amount0().min(owed.tokensOwed0()), requested.amount1().min(owed.tokensOwed1()));
        pool.collect(slot.key(), paid.amount0(), paid.amount1());
        skipTransfers(block, paid);
        block.log(logs.collect(slot, paid));
        return settled(paid);
    }

    /**
     * Swaps.
     *
     * @param zeroForOne  true: token0 in, price down
     * @param amountSpecified  positive: exact raw input; negative: minus the exact raw output
     * @param sqrtPriceLimitX96  stops there at the latest; must be ahead of the price
     */
    public SwapResult swap(
            BlockBuilder block, boolean zeroForOne, BigInteger amountSpecified, BigInteger sqrtPriceLimitX96) {
        SwapResult swap = pool.swap(zeroForOne, amountSpecified, sqrtPriceLimitX96);
        skipTransfers(block, new TokenAmounts(swap.amount0(), swap.amount1()));
        block.log(logs.swap(swap));
        settled();
        return swap;
    }

    private static void skipTransfers(BlockBuilder block, TokenAmounts moved) {
        block.skipLogs(
                Math.abs(moved.amount0().signum()) + Math.abs(moved.amount1().signum()));
    }

    private TokenAmounts settled(TokenAmounts amounts) {
        settled();
        return amounts;
    }

    /** The simulated chain has no reorganisations: nothing will be taken back. */
    private void settled() {
        journal.cut();
    }
}
