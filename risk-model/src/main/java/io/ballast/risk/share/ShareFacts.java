/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.PoolFacts;
import io.ballast.risk.book.PoolKind;
import java.math.BigInteger;

/** Reads what definitions of pools of shares have in common. */
public final class ShareFacts {

    private static final BigInteger ONE = BigInteger.valueOf(ShareFees.ONE_E18);
    private static final long E18_PER_PIP = 1_000_000_000_000L;

    private ShareFacts() {}

    /** @throws IllegalArgumentException unless there are two tokens: curves are of any number, but figures speak of two */
    public static void requirePair(PoolKind kind, PoolFacts facts) {
        if (facts.tokens().size() != 2) {
            throw new IllegalArgumentException("tokens: " + facts.tokens().size() + " of a " + kind.name()
                    + " pool; there are books of two tokens only, since positions and figures have two amounts");
        }
    }

    /** {@code swap_fee_e18_raw}, or where that is not told {@code fee_pips}; {@code protocol_part_e18_raw}, or none. */
    public static ShareFees fees(PoolFacts facts) {
        long swapFee = facts.integer("swap_fee_e18_raw") == null
                ? facts.requireInt("fee_pips") * E18_PER_PIP
                : e18(facts, "swap_fee_e18_raw");
        return new ShareFees(
                swapFee, facts.integer("protocol_part_e18_raw") == null ? 0 : e18(facts, "protocol_part_e18_raw"));
    }

    /** A part of one, times 10^18. */
    public static long e18(PoolFacts facts, String field) {
        BigInteger value = facts.require(field, facts.integer(field));
        if (value.signum() < 0 || value.compareTo(ONE) > 0) {
            throw new IllegalArgumentException(field + " " + value + " is not in 0 to 10^18");
        }
        return value.longValueExact();
    }
}
