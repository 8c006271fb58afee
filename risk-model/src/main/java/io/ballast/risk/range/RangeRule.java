/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.range;

/**
 * When a range is to be placed anew.
 *
 * @param afterMs  time out of range before anything is advised: a price that comes back at once costs nothing
 * @param paybackMs  the longest time in range in which the cost may be earned back
 */
public record RangeRule(long afterMs, long paybackMs) {

    /** What is advised. */
    public enum Advice {
        /** It is in its range, or an order on its way. */
        STAY,
        /** It is out, but not for long enough. */
        WAIT,
        /** It is out for long enough, and the cost comes back soon enough. */
        RE_RANGE,
        /** It is out for long enough, but the cost takes too long to come back. */
        TOO_DEAR,
        /** The order is filled: what it bought is to be taken before the price comes back. */
        TAKE_ORDER,
        /** It is out for long enough, but has never earned anything to judge by. */
        UNDECIDED
    }

    /** @param outMs  for how long the price has been out of the range */
    public Advice forPosition(boolean inRange, long outMs, ReRange plan) {
        if (inRange) {
            return Advice.STAY;
        } else if (outMs < afterMs) {
            return Advice.WAIT;
        } else if (plan.paybackMs() == null) {
            return Advice.UNDECIDED;
        }
        return plan.paybackMs() <= paybackMs ? Advice.RE_RANGE : Advice.TOO_DEAR;
    }

    public Advice forOrder(RangeOrder order) {
        return order.isFilled() ? Advice.TAKE_ORDER : Advice.STAY;
    }
}
