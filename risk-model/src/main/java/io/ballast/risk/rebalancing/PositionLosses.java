/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import java.math.BigInteger;

/**
 * One position's losses since entry. They are settled whenever its liquidity changes; in between they are {@code liquidity
 * * (grown now - checkpoint)} more. Exact integers: settling at any time changes nothing.
 *
 * @param checkpoint  what a unit of its range had lost when it was last settled
 * @param settled  losses until then of what is still there: part of it moves along with a part of the liquidity
 * @param withdrawn  losses of what went out: they stay
 */
public record PositionLosses(Losses checkpoint, Losses settled, Losses withdrawn) {

    public static final PositionLosses NONE = new PositionLosses(Losses.ZERO, Losses.ZERO, Losses.ZERO);

    /** All losses since entry. */
    public Losses total(BigInteger liquidity, Losses grown) {
        return constant(liquidity).plus(grown.times(liquidity));
    }

    /**
     * What does not change while the liquidity does not: the total is this and {@code liquidity * grown}. Over a group both add
     * up.
     */
    public Losses constant(BigInteger liquidity) {
        return settled.plus(withdrawn).minus(checkpoint.times(liquidity));
    }

    /** Settled up to now. */
    public PositionLosses settle(BigInteger liquidity, Losses grown) {
        return new PositionLosses(grown, settled.plus(grown.minus(checkpoint).times(liquidity)), withdrawn);
    }

    /** A part of the liquidity goes out and its losses stay. Settled before. */
    public PositionLosses withdraw(BigInteger part, BigInteger whole) {
        Losses moved = part(part, whole);
        return new PositionLosses(checkpoint, settled.minus(moved), withdrawn.plus(moved));
    }

    /** Losses of a part of the liquidity. Settled before. */
    public Losses part(BigInteger part, BigInteger whole) {
        return settled.share(part, whole);
    }

    /** A part of the liquidity goes to somebody else with its losses. Settled before. */
    public PositionLosses minus(Losses moved) {
        return new PositionLosses(checkpoint, settled.minus(moved), withdrawn);
    }

    /** Somebody else's liquidity comes with its losses. Settled before. */
    public PositionLosses plus(Losses moved) {
        return new PositionLosses(checkpoint, settled.plus(moved), withdrawn);
    }

    /** What left was withdrawn after all. */
    public PositionLosses withWithdrawn(Losses moved) {
        return new PositionLosses(checkpoint, settled, withdrawn.plus(moved));
    }
}
