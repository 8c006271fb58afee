/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import static io.ballast.streams.testkit.ConcentratedMarket.address;

import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTickKind;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A v2 pair at which people act at random, as the contract would let them. No protocol fee. */
public final class PairMarket {

    public static final String PAIR_ADDRESS = "0x00000000000000000000000000000000000000a2";
    public static final String POOL = "uniswap-v2:1:" + PAIR_ADDRESS;

    private static final BigInteger MINIMUM = BigInteger.valueOf(1000);

    private final Chain chain;
    private final Random random;
    private final Map<String, BigInteger> held = new TreeMap<>();
    private BigInteger reserve0 = BigInteger.ZERO;
    private BigInteger reserve1 = BigInteger.ZERO;
    private BigInteger supply = BigInteger.ZERO;

    public PairMarket(Chain chain, Random random) {
        this.chain = chain;
        this.random = random;
    }

    public void create() {
        chain.define(
                POOL,
                PoolKind.CONSTANT_PRODUCT,
                List.of(Chain.token("0xa0", 18, null), Chain.token("0xa1", 18, "coinbase:ETH-USD")),
                null);
        BigInteger amount0 = BigInteger.TEN.pow(22);
        BigInteger amount1 = BigInteger.TEN.pow(21);
        BigInteger lp = amount0.multiply(amount1).sqrt();
        lpTransfer(Chain.ZERO, Chain.ZERO, MINIMUM);
        mintTo(address(0), lp.subtract(MINIMUM), amount0, amount1);
        supply = lp;
    }

    public void act() {
        switch (random.nextInt(8)) {
            case 0 -> deposit();
            case 1 -> leave();
            case 2 -> transfer();
            case 3 -> donate();
            default -> swap();
        }
    }

    private void swap() {
        boolean zeroIn = random.nextBoolean();
        BigInteger reserveIn = zeroIn ? reserve0 : reserve1;
        BigInteger reserveOut = zeroIn ? reserve1 : reserve0;
        BigInteger in =
                reserveIn.multiply(BigInteger.valueOf(1 + random.nextInt(30))).divide(BigInteger.valueOf(1000));
        BigInteger lessFee = in.multiply(BigInteger.valueOf(997));
        BigInteger out = lessFee.multiply(reserveOut)
                .divide(reserveIn.multiply(BigInteger.valueOf(1000)).add(lessFee));
        reserve0 = zeroIn ? reserve0.add(in) : reserve0.subtract(out);
        reserve1 = zeroIn ? reserve1.subtract(out) : reserve1.add(in);
        sync();
    }

    private void deposit() {
        BigInteger parts = BigInteger.valueOf(5 + random.nextInt(500));
        BigInteger amount0 = reserve0.divide(parts);
        BigInteger amount1 = reserve1.divide(parts);
        BigInteger lp = amount0.multiply(supply)
                .divide(reserve0)
                .min(amount1.multiply(supply).divide(reserve1));
        mintTo(address(random.nextInt(4)), lp, amount0, amount1);
        supply = supply.add(lp);
    }

    private void leave() {
        String who = address(random.nextInt(4));
        BigInteger has = held.getOrDefault(who, BigInteger.ZERO);
        BigInteger part = has.divide(BigInteger.valueOf(who.equals(address(0)) ? 3 : 1 + random.nextInt(2)));
        if (part.signum() == 0) {
            return;
        }
        BigInteger amount0 = part.multiply(reserve0).divide(supply);
        BigInteger amount1 = part.multiply(reserve1).divide(supply);
        lpTransfer(who, PAIR_ADDRESS, part);
        lpTransfer(PAIR_ADDRESS, Chain.ZERO, part);
        held.put(who, has.subtract(part));
        supply = supply.subtract(part);
        reserve0 = reserve0.subtract(amount0);
        reserve1 = reserve1.subtract(amount1);
        sync();
        chain.position(POOL, PositionEventKind.LP_BURN, event -> event.setAmount0Raw(amount0.toString())
                .setAmount1Raw(amount1.toString())
                .setToAddress(who));
    }

    private void transfer() {
        String from = address(random.nextInt(4));
        String to = address(random.nextInt(6));
        BigInteger value = held.getOrDefault(from, BigInteger.ZERO).divide(BigInteger.TWO);
        if (value.signum() > 0 && !from.equals(to)) {
            lpTransfer(from, to, value);
            held.merge(from, value.negate(), BigInteger::add);
            held.merge(to, value, BigInteger::add);
        }
    }

    /** Tokens sent to the pair without a call: they wait for the next sync, which the swap after it makes. */
    private void donate() {
        BigInteger gift = reserve0.divide(BigInteger.valueOf(10_000));
        chain.pool(POOL, PoolEventKind.TOKEN_TRANSFER, event -> event.setAmount0Raw(gift.toString())
                .setAmount1Raw("0"));
        reserve0 = reserve0.add(gift);
        sync();
    }

    private void mintTo(String who, BigInteger lp, BigInteger amount0, BigInteger amount1) {
        lpTransfer(Chain.ZERO, who, lp);
        held.merge(who, lp, BigInteger::add);
        reserve0 = reserve0.add(amount0);
        reserve1 = reserve1.add(amount1);
        sync();
        chain.position(POOL, PositionEventKind.LP_MINT, event -> event.setAmount0Raw(amount0.toString())
                .setAmount1Raw(amount1.toString()));
    }

    private void lpTransfer(String from, String to, BigInteger value) {
        chain.position(POOL, PositionEventKind.LP_TRANSFER, event -> event.setFromAddress(from)
                .setToAddress(to)
                .setLiquidityRaw(value.toString()));
    }

    private void sync() {
        chain.tick(POOL, PriceTickKind.SYNC, tick -> tick.setReserve0Raw(reserve0.toString())
                .setReserve1Raw(reserve1.toString()));
    }
}
