/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SwapResult;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTickKind;
import java.math.BigInteger;
import java.util.List;

/** A v3 pool of WETH (18 decimals) and USDC (6) around 2100 dollars, with the logs that the contract would write. */
public final class CoinPool {

    /** Token0 is the coin. */
    public static final String ID = "uniswap-v3:1:0x00000000000000000000000000000000000000d5";
    /** Prices 2100.4, 1800.5 and 2500.1. */
    public static final int START = -199_820;

    public static final int LOWER = -201_360;
    public static final int UPPER = -198_060;

    private static final BigInteger NO_LIMIT = BigInteger.TEN.pow(30);

    private final Chain chain;
    private final ConcentratedPool pool = new ConcentratedPool(3000, 60, new Journal());

    public CoinPool(Chain chain) {
        this.chain = chain;
    }

    public CoinPool create() {
        chain.define(ID, PoolKind.CONCENTRATED, List.of(token("0xc0", "WETH", 18), token("0xc1", "USDC", 6)), 60);
        BigInteger price = TickMath.sqrtPriceX96AtTick(START);
        pool.initialize(price, START);
        chain.pool(ID, PoolEventKind.INITIALIZE, event -> event.setSqrtPriceX96Raw(price.toString())
                .setTick(START));
        return this;
    }

    private static PoolToken token(String address, String symbol, int decimals) {
        return PoolToken.newBuilder()
                .setAddress(address)
                .setSymbol(symbol)
                .setDecimals(decimals)
                .setPriceSource(symbol.equals("USDC") ? "par:USD" : null)
                .build();
    }

    public CoinPool mint(String owner, BigInteger liquidity) {
        TokenAmounts paid =
                pool.mint(new SlotKey(owner, LOWER, UPPER), liquidity).orElseThrow();
        chain.position(ID, PositionEventKind.MINT, event -> event.setOwner(owner)
                .setTickLower(LOWER)
                .setTickUpper(UPPER)
                .setLiquidityRaw(liquidity.toString())
                .setAmount0Raw(paid.amount0().toString())
                .setAmount1Raw(paid.amount1().toString()));
        return this;
    }

    /** Trades to the price of a tick. */
    public CoinPool moveTo(int tick) {
        boolean down = pool.state().tick() > tick;
        SwapResult swap = pool.swap(down, NO_LIMIT, TickMath.sqrtPriceX96AtTick(tick));
        chain.tick(ID, PriceTickKind.SWAP, event -> event.setAmount0Raw(
                        swap.amount0().toString())
                .setAmount1Raw(swap.amount1().toString())
                .setSqrtPriceX96Raw(swap.sqrtPriceX96().toString())
                .setLiquidityRaw(swap.liquidity().toString())
                .setTick(swap.tick()));
        return this;
    }
}
