/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.curve.stable.StableKind;
import io.ballast.risk.curve.weighted.WeightedKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** Books of pools of 18-decimal tokens, and the events that fill them. */
final class SamplePools {

    static final long NOW = 1_700_000_000L;
    static final String ALICE = "0xalice";
    static final String BOB = "0xbob";

    private static final String ZERO = SharePool.ZERO_ADDRESS;

    private SamplePools() {}

    static PoolBook weighted(String weight0, String weight1) {
        return PoolBook.open(new WeightedKind()
                .terms(SampleFacts.of(
                        Map.of("address", "0xpool", "fee_pips", 10_000),
                        Map.of("decimals", 18, "weight_e18_raw", weight0),
                        Map.of("decimals", 18, "weight_e18_raw", weight1))));
    }

    static PoolBook stable(int amplification) {
        return stable(amplification, Map.of());
    }

    static PoolBook stable(int amplification, Map<String, ?> more) {
        Map<String, Object> pool = new HashMap<>(
                Map.of("address", "0xpool", "swap_fee_e18_raw", "400000000000000", "amplification_raw", amplification));
        pool.putAll(more);
        return PoolBook.open(
                new StableKind().terms(SampleFacts.of(pool, Map.of("decimals", 18), Map.of("decimals", 18))));
    }

    /** The first deposit of a pool whose log says the supply, as Curve's does: Alice owns all of it. */
    static void firstDeposit(PoolBook book, double amount0, double amount1) {
        book.apply(new BookEvent.LpTransfer(ZERO, ALICE, units(1000)));
        book.apply(join(units(amount0), units(amount1), units(1000)));
    }

    static void burn(PoolBook book, String holder, double lpTokens) {
        book.apply(new BookEvent.LpTransfer(holder, ZERO, units(lpTokens)));
    }

    static void mint(PoolBook book, String holder, double lpTokens) {
        book.apply(new BookEvent.LpTransfer(ZERO, holder, units(lpTokens)));
    }

    static ShareEvent.Join join(BigInteger amount0, BigInteger amount1, BigInteger supply) {
        return new ShareEvent.Join(amount0, amount1, BigInteger.ZERO, BigInteger.ZERO, supply, NOW);
    }

    static ShareEvent.Exit exit(double amount0, double amount1) {
        return new ShareEvent.Exit(units(amount0), units(amount1), BigInteger.ZERO, BigInteger.ZERO, null, NOW);
    }

    static ShareEvent.Balances balances(double balance0, double balance1) {
        return new ShareEvent.Balances(units(balance0), units(balance1), NOW);
    }

    static ShareEvent.Exchange exchange(double change0, double change1) {
        return new ShareEvent.Exchange(units(change0), units(change1), NOW);
    }

    static BigInteger units(double human) {
        return new BigDecimal(human).scaleByPowerOfTen(18).toBigInteger();
    }
}
