/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Follows one pair from its records alone and asserts the rules of v2-core {@code UniswapV2Pair}: what its {@code swap}
 * requires, what {@code mint} and {@code burn} compute.
 */
final class PairReplay {

    private static final String ZERO = "0x" + "0".repeat(40);
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);
    private static final BigInteger FEE_PARTS = BigInteger.valueOf(3);

    private final String pair;
    private final Map<String, BigInteger> lpTokens = new HashMap<>();
    private BigInteger[] reserves = {BigInteger.ZERO, BigInteger.ZERO};
    private BigInteger[] before = reserves;
    private BigInteger supply = BigInteger.ZERO;
    private BigInteger moved = BigInteger.ZERO;
    private int swaps;
    private int removals;

    PairReplay(String pair) {
        this.pair = pair;
    }

    int swaps() {
        return swaps;
    }

    int removals() {
        return removals;
    }

    BigInteger[] reserves() {
        return reserves.clone();
    }

    long holders() {
        return lpTokens.entrySet().stream()
                .filter(held -> !held.getKey().equals(ZERO) && held.getValue().signum() > 0)
                .count();
    }

    void apply(PriceTick sync) {
        before = reserves;
        reserves = new BigInteger[] {number(sync.getReserve0Raw()), number(sync.getReserve1Raw())};
        assertThat(reserves).allSatisfy(reserve -> assertThat(reserve).isPositive());
        if (sync.getAmount0Raw() != null) {
            assertSwap(number(sync.getAmount0Raw()), number(sync.getAmount1Raw()));
        }
    }

    private void assertSwap(BigInteger amount0, BigInteger amount1) {
        assertThat(reserves[0]).isEqualTo(before[0].add(amount0));
        assertThat(reserves[1]).isEqualTo(before[1].add(amount1));
        assertThat(amount0.signum() * amount1.signum()).isEqualTo(-1);
        assertThat(kLessFee(amount0, amount1, BigInteger.ZERO)).isGreaterThanOrEqualTo(BigInteger.ZERO);
        // The router asks for all that the pair gives: one unit more and the pair refuses ("UniswapV2: K").
        assertThat(kLessFee(amount0, amount1, BigInteger.ONE)).isNegative();
        assertThat(k(reserves)).isGreaterThan(k(before));
        swaps++;
    }

    /** v2-core's check: (1000 r0 - 3 in0) (1000 r1 - 3 in1) against 1000^2 k; {@code more} units more paid out. */
    private BigInteger kLessFee(BigInteger amount0, BigInteger amount1, BigInteger more) {
        boolean zeroIn = amount0.signum() > 0;
        BigInteger balance0 = (zeroIn ? reserves[0] : reserves[0].subtract(more)).multiply(THOUSAND);
        BigInteger balance1 = (zeroIn ? reserves[1].subtract(more) : reserves[1]).multiply(THOUSAND);
        BigInteger adjusted0 = zeroIn ? balance0.subtract(amount0.multiply(FEE_PARTS)) : balance0;
        BigInteger adjusted1 = zeroIn ? balance1 : balance1.subtract(amount1.multiply(FEE_PARTS));
        return adjusted0.multiply(adjusted1).subtract(k(before).multiply(THOUSAND.pow(2)));
    }

    void apply(PositionEvent event) {
        switch (event.getKind()) {
            case LP_TRANSFER -> transfer(event);
            case LP_MINT -> minted(number(event.getAmount0Raw()), number(event.getAmount1Raw()));
            case LP_BURN -> burnt(number(event.getAmount0Raw()), number(event.getAmount1Raw()));
            default -> throw new AssertionError("not of a pair: " + event);
        }
    }

    private void transfer(PositionEvent event) {
        BigInteger value = number(event.getLiquidityRaw());
        if (event.getFromAddress().equals(ZERO)) {
            supply = supply.add(value);
        } else {
            lpTokens.merge(event.getFromAddress(), value.negate(), BigInteger::add);
            assertThat(lpTokens.get(event.getFromAddress())).isNotNegative();
        }
        if (event.getFromAddress().equals(pair)) {
            supply = supply.subtract(value);
        } else {
            lpTokens.merge(event.getToAddress(), value, BigInteger::add);
        }
        moved = value;
    }

    private void minted(BigInteger amount0, BigInteger amount1) {
        assertThat(reserves).containsExactly(before[0].add(amount0), before[1].add(amount1));
        BigInteger supplyBefore = supply.subtract(moved);
        if (before[0].signum() == 0) {
            assertThat(supply).isEqualTo(amount0.multiply(amount1).sqrt());
        } else {
            assertThat(moved)
                    .isEqualTo(amount0.multiply(supplyBefore)
                            .divide(before[0])
                            .min(amount1.multiply(supplyBefore).divide(before[1])));
        }
    }

    private void burnt(BigInteger amount0, BigInteger amount1) {
        BigInteger supplyBefore = supply.add(moved);
        assertThat(amount0).isEqualTo(moved.multiply(before[0]).divide(supplyBefore));
        assertThat(amount1).isEqualTo(moved.multiply(before[1]).divide(supplyBefore));
        assertThat(reserves).containsExactly(before[0].subtract(amount0), before[1].subtract(amount1));
        removals++;
    }

    private static BigInteger k(BigInteger[] reserves) {
        return reserves[0].multiply(reserves[1]);
    }

    private static BigInteger number(String raw) {
        return new BigInteger(raw);
    }
}
