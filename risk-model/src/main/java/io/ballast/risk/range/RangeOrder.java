/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.range;

/**
 * A position that was deposited in one token alone works as an order: it changes that token into the other while the price goes through its
 * range, and back if the price comes back.
 *
 * @param side  what it does
 * @param filled  part of the liquidity's token that is changed, in [0, 1]; 0 where it is no order
 */
public record RangeOrder(Side side, double filled) {

    /** What an order does. */
    public enum Side {
        /** Both tokens were deposited. */
        NONE,
        /** Deposited above the price. */
        SELL_TOKEN0,
        /** Deposited below the price. */
        BUY_TOKEN0;

        /** Of what was deposited and not withdrawn. */
        public static Side of(boolean token0, boolean token1) {
            if (token0 == token1) {
                return NONE;
            }
            return token0 ? SELL_TOKEN0 : BUY_TOKEN0;
        }
    }

    public static final RangeOrder NONE = new RangeOrder(Side.NONE, 0);

    /**
     * @param sqrtLower  sqrt price of the lower end, positive, as all sqrt prices in one unit
     * @param sqrtUpper  of the upper end, above it
     * @param sqrtPrice  of now, positive
     */
    public static RangeOrder of(Side side, double sqrtLower, double sqrtUpper, double sqrtPrice) {
        double inside = Math.max(sqrtLower, Math.min(sqrtUpper, sqrtPrice));
        // Of L*(1/a - 1/b) of token0 a price inside has left L*(1/s - 1/b); of L*(b - a) of token1, L*(s - a).
        double left0 = sqrtLower * (sqrtUpper - inside) / (inside * (sqrtUpper - sqrtLower));
        double left1 = (inside - sqrtLower) / (sqrtUpper - sqrtLower);
        return switch (side) {
            case NONE -> NONE;
            case SELL_TOKEN0 -> new RangeOrder(side, 1 - left0);
            case BUY_TOKEN0 -> new RangeOrder(side, 1 - left1);
        };
    }

    public boolean isOrder() {
        return side != Side.NONE;
    }

    /** True once the whole of it is changed. */
    public boolean isFilled() {
        return isOrder() && filled >= 1;
    }
}
