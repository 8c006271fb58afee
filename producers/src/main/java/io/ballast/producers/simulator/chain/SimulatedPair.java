/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import static io.ballast.risk.pool.constantproduct.ConstantProductPool.ZERO_ADDRESS;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.constantproduct.ConstantProductMath;
import io.ballast.risk.pool.constantproduct.ConstantProductPool;
import io.ballast.risk.pool.constantproduct.ConstantProductState;
import java.math.BigInteger;

/**
 * A Uniswap v2 pair on the simulated chain, dealt with through a router. It computes with the contracts' integers and
 * leaves their logs (v2-core {@code UniswapV2Pair}) in the block, those of token transfers as empty places. The protocol
 * fee is off.
 *
 * <p>Mutable and single-threaded.
 */
public final class SimulatedPair {

    /** 0.3 %: v2-core takes 3 of 1000. */
    public static final int FEE_BPS = 30;

    private static final int BOTH_TOKENS = 2;

    private final PoolTerms terms;
    private final PairLogs logs;
    private final Journal journal = new Journal();
    private final ConstantProductPool pool;

    public SimulatedPair(PoolTerms terms) {
        this.terms = terms;
        this.logs = new PairLogs(terms.poolId());
        this.pool = new ConstantProductPool(terms.address(), false, journal);
    }

    public PoolTerms terms() {
        return terms;
    }

    public TokenAmounts reserves() {
        ConstantProductState state = pool.state();
        return new TokenAmounts(state.reserve0(), state.reserve1());
    }

    /** LP tokens of a holder. */
    public BigInteger balanceOf(String holder) {
        return pool.balanceOf(holder);
    }

    /** {@code PairCreated} of the factory. */
    public void create(BlockBuilder block) {
        block.log(terms.definition());
    }

    /**
     * {@code mint} through the router: both tokens in, LP tokens out. The first provider locks 1000 of them for ever.
     *
     * @throws IllegalArgumentException if the amounts are worth no LP token
     */
    public void add(BlockBuilder block, String to, TokenAmounts paid) {
        ConstantProductState before = pool.state();
        boolean first = before.totalSupply().signum() == 0;
        BigInteger lpTokens = first
                ? ConstantProductMath.initialLiquidity(paid)
                : ConstantProductMath.mintedLiquidity(paid, before.reserve0(), before.reserve1(), before.totalSupply());
        if (lpTokens.signum() <= 0) {
            throw new IllegalArgumentException("INSUFFICIENT_LIQUIDITY_MINTED: " + paid);
        }
        block.skipLogs(BOTH_TOKENS);
        if (first) {
            transferLpTokens(block, ZERO_ADDRESS, ZERO_ADDRESS, ConstantProductMath.MINIMUM_LIQUIDITY);
        }
        transferLpTokens(block, ZERO_ADDRESS, to, lpTokens);
        sync(reserves().plus(paid));
        block.log(logs.sync(reserves()));
        pool.mintLog();
        block.log(logs.mint(paid));
        journal.cut();
    }

    /**
     * {@code burn} through the router: LP tokens in, both tokens out.
     *
     * @throws IllegalArgumentException if they are worth less than one unit of either token
     */
    public TokenAmounts remove(BlockBuilder block, String holder, BigInteger lpTokens) {
        ConstantProductState before = pool.state();
        TokenAmounts out = new TokenAmounts(
                lpTokens.multiply(before.reserve0()).divide(before.totalSupply()),
                lpTokens.multiply(before.reserve1()).divide(before.totalSupply()));
        if (out.hasZero()) {
            throw new IllegalArgumentException("INSUFFICIENT_LIQUIDITY_BURNED: " + lpTokens + " LP tokens");
        }
        transferLpTokens(block, holder, terms.address(), lpTokens);
        transferLpTokens(block, terms.address(), ZERO_ADDRESS, lpTokens);
        block.skipLogs(BOTH_TOKENS);
        sync(new TokenAmounts(
                before.reserve0().subtract(out.amount0()), before.reserve1().subtract(out.amount1())));
        block.log(logs.sync(reserves()));
        pool.burnLog();
        block.log(logs.burn(out, holder));
        journal.cut();
        return out;
    }

    /** {@code transfer} of LP tokens. */
    public void transfer(BlockBuilder block, String from, String to, BigInteger lpTokens) {
        transferLpTokens(block, from, to, lpTokens);
        journal.cut();
    }

    /**
     * Swaps an exact input.
     *
     * @param zeroForOne  true: token0 in
     * @param amountIn  raw; positive
     * @return changes of the pair's tokens: positive, it received
     * @throws IllegalArgumentException if that is worth less than one unit of the other token
     */
    public TokenAmounts swap(BlockBuilder block, boolean zeroForOne, BigInteger amountIn) {
        TokenAmounts before = reserves();
        BigInteger in = zeroForOne ? before.amount0() : before.amount1();
        BigInteger out = zeroForOne ? before.amount1() : before.amount0();
        BigInteger amountOut = ConstantProductMath.getAmountOut(amountIn, in, out, FEE_BPS);
        if (amountOut.signum() == 0) {
            throw new IllegalArgumentException("INSUFFICIENT_OUTPUT_AMOUNT: " + amountIn + " in, nothing out");
        }
        TokenAmounts change = zeroForOne
                ? new TokenAmounts(amountIn, amountOut.negate())
                : new TokenAmounts(amountOut.negate(), amountIn);
        block.skipLogs(BOTH_TOKENS);
        sync(before.plus(change));
        block.log(logs.syncOfSwap(reserves(), change));
        block.skipLogs(1);
        journal.cut();
        return change;
    }

    private void transferLpTokens(BlockBuilder block, String from, String to, BigInteger lpTokens) {
        pool.lpTransfer(from, to, lpTokens);
        block.log(logs.transfer(from, to, lpTokens));
    }

    private void sync(TokenAmounts reserves) {
        pool.sync(reserves.amount0(), reserves.amount1());
    }
}
