/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTickKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;

/** Logs of one v3 pool at price 1 for tests that are not about its figures. */
public final class SmallPool {

    public static final String ID = "uniswap-v3:1:0x00000000000000000000000000000000000000d3";
    public static final String ALICE = "0x000000000000000000000000000000000000000a";
    public static final String BOB = "0x000000000000000000000000000000000000000b";

    private static final BigInteger Q96 = BigInteger.ONE.shiftLeft(96);

    private final Chain chain;

    public SmallPool(Chain chain) {
        this.chain = chain;
    }

    public SmallPool define() {
        return define(definition -> {});
    }

    public SmallPool define(Consumer<PoolDefinition.Builder> more) {
        chain.define(
                ID,
                PoolKind.CONCENTRATED,
                List.of(Chain.token("0xa0", 18, null), Chain.token("0xa1", 18, null)),
                60,
                more);
        return this;
    }

    public SmallPool initialize() {
        chain.pool(ID, PoolEventKind.INITIALIZE, event -> event.setSqrtPriceX96Raw(Q96.toString())
                .setTick(0));
        return this;
    }

    public SmallPool mint(String owner, long liquidity) {
        return slot(owner, PositionEventKind.MINT, liquidity, event -> {});
    }

    public SmallPool burn(String owner, long liquidity) {
        return slot(owner, PositionEventKind.BURN, liquidity, event -> {});
    }

    /** Amounts do not matter to these tests but must be there. */
    public SmallPool slot(String owner, PositionEventKind kind, long liquidity, Consumer<PositionEvent.Builder> more) {
        chain.position(
                ID,
                kind,
                event -> more.accept(event.setOwner(owner)
                        .setTickLower(-600)
                        .setTickUpper(600)
                        .setLiquidityRaw(Long.toString(liquidity))
                        .setAmount0Raw("1000000")
                        .setAmount1Raw("1000000")));
        return this;
    }

    /** A swap of nothing that leaves everything as it is: the pool allows one with a limit at once reached. */
    public SmallPool tick(long liquidity) {
        chain.tick(ID, PriceTickKind.SWAP, tick -> tick.setAmount0Raw("0")
                .setAmount1Raw("0")
                .setSqrtPriceX96Raw(Q96.toString())
                .setLiquidityRaw(Long.toString(liquidity))
                .setTick(0));
        return this;
    }

    /** A swap to another price. Its amounts do not lead there: the pool goes where the log says. */
    public SmallPool swapTo(String sqrtPrice, int tick, long liquidity) {
        chain.tick(ID, PriceTickKind.SWAP, swap -> swap.setAmount0Raw("-1")
                .setAmount1Raw("1000")
                .setSqrtPriceX96Raw(new BigDecimal(Q96)
                        .multiply(new BigDecimal(sqrtPrice))
                        .toBigInteger()
                        .toString())
                .setLiquidityRaw(Long.toString(liquidity))
                .setTick(tick));
        return this;
    }

    public static String position(String owner) {
        return ID + "/" + owner + ":-600:600";
    }
}
