/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTickKind;
import java.math.BigDecimal;
import java.util.List;

/** Logs of a weighted pool and of a stable one, as Balancer and Curve write them. */
public final class SharePools {

    public static final String WEIGHTED = "balancer-v2:1:0x00000000000000000000000000000000000000d1";
    public static final String STABLE = "curve:1:0x00000000000000000000000000000000000000d2";
    public static final String ALICE = "0x000000000000000000000000000000000000000a";

    private final Chain chain;

    public SharePools(Chain chain) {
        this.chain = chain;
    }

    /** 80/20, with 100 of token0 and 400 of token1, all Alice's. */
    public void createWeighted() {
        createWeighted(null, null);
    }

    /** The same with prices for its tokens from elsewhere. */
    public void createWeighted(String source0, String source1) {
        chain.define(
                WEIGHTED,
                PoolKind.WEIGHTED,
                List.of(
                        weighted(Chain.token("0xa0", 18, source0), "800000000000000000"),
                        weighted(Chain.token("0xa1", 6, source1), "200000000000000000")),
                null);
        lpTransfer(WEIGHTED, Chain.ZERO, Chain.ZERO, "1000000");
        lpTransfer(WEIGHTED, Chain.ZERO, ALICE, "999999999999000000");
        chain.position(WEIGHTED, PositionEventKind.JOIN, event -> event.setAmount0Raw(raw("100", 18))
                .setAmount1Raw(raw("400", 6)));
    }

    /** Amplification 200, with a million of each token, all Alice's. */
    public void createStable() {
        chain.define(
                STABLE,
                PoolKind.STABLE,
                List.of(Chain.token("0xa0", 18, null), Chain.token("0xa1", 6, null)),
                null,
                definition -> definition
                        .setFeePips(null)
                        .setSwapFeeE18Raw("400000000000000")
                        .setAmplificationRaw("20000")
                        .setAmplificationPrecision(100));
        lpTransfer(STABLE, Chain.ZERO, ALICE, raw("2000000", 18));
        chain.position(STABLE, PositionEventKind.JOIN, event -> event.setAmount0Raw(raw("1000000", 18))
                .setAmount1Raw(raw("1000000", 6))
                .setLpSupplyRaw(raw("2000000", 18)));
    }

    public void lpTransfer(String pool, String from, String to, String value) {
        chain.position(pool, PositionEventKind.LP_TRANSFER, event -> event.setFromAddress(from)
                .setToAddress(to)
                .setLiquidityRaw(value));
    }

    /** By how much the pool's tokens change, of 18 and 6 decimals. */
    public void exchange(String pool, String change0, String change1) {
        chain.tick(pool, PriceTickKind.EXCHANGE, tick -> tick.setAmount0Raw(raw(change0, 18))
                .setAmount1Raw(raw(change1, 6)));
    }

    /** Of a stable pool: the D of K (x + y) + D = K D + D^3 / (4 x y), by bisection. */
    public static double invariant(double k, double x, double y) {
        double low = 0;
        double high = x + y;
        for (int i = 0; i < 200; i++) {
            double d = (low + high) / 2;
            boolean tooSmall = k * (x + y) + d > k * d + d * d * d / (4 * x * y);
            low = tooSmall ? d : low;
            high = tooSmall ? high : d;
        }
        return low;
    }

    public static PoolToken weighted(PoolToken token, String weight) {
        return PoolToken.newBuilder(token).setWeightE18Raw(weight).build();
    }

    public static String raw(String human, int decimals) {
        return new BigDecimal(human).scaleByPowerOfTen(decimals).toBigInteger().toString();
    }
}
