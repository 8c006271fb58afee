/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import static io.ballast.risk.curve.Exact.DIGITS;
import static io.ballast.risk.curve.Exact.divide;
import static io.ballast.risk.curve.Exact.sqrt;

import io.ballast.risk.curve.ExactPair;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A stable pool of two coins in 100 digits, straight from the invariant: y from x by its quadratic, the price by the
 * quotient of the partial derivatives, x from the price by bisection.
 */
record ExactStable(BigDecimal k, BigDecimal depth) implements ExactPair {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    @Override
    public BigDecimal amount0(BigDecimal price) {
        return depth.multiply(unitX(price), DIGITS);
    }

    @Override
    public BigDecimal amount1(BigDecimal price) {
        return depth.multiply(unitY(unitX(price)), DIGITS);
    }

    /** The invariant's left side less its right: zero on the curve. */
    BigDecimal residual(BigDecimal x, BigDecimal y) {
        BigDecimal cubed = depth.pow(3, DIGITS);
        return k.multiply(x.add(y))
                .add(depth)
                .subtract(k.multiply(depth))
                .subtract(divide(cubed, FOUR.multiply(x).multiply(y)));
    }

    /** {@code F_x / F_y} at a point of the unit curve. */
    BigDecimal priceAt(BigDecimal x, BigDecimal y) {
        BigDecimal xy = x.multiply(y, DIGITS);
        BigDecimal slopeX = k.add(divide(BigDecimal.ONE, FOUR.multiply(xy).multiply(x)));
        BigDecimal slopeY = k.add(divide(BigDecimal.ONE, FOUR.multiply(xy).multiply(y)));
        return divide(slopeX, slopeY);
    }

    /** {@code y^2 + b y - c = 0}. */
    BigDecimal unitY(BigDecimal x) {
        BigDecimal b = x.add(divide(BigDecimal.ONE, k)).subtract(BigDecimal.ONE);
        BigDecimal c = divide(BigDecimal.ONE, FOUR.multiply(k).multiply(x));
        BigDecimal root = sqrt(b.multiply(b).add(FOUR.multiply(c)));
        return b.signum() > 0 ? divide(TWO.multiply(c), root.add(b)) : divide(root.subtract(b), TWO);
    }

    private BigDecimal unitX(BigDecimal price) {
        BigDecimal low = new BigDecimal("1e-30");
        BigDecimal high = new BigDecimal("1e30");
        while (high.compareTo(low.multiply(TWO)) > 0) {
            BigDecimal middle = sqrt(low.multiply(high)).round(MathContext.DECIMAL64);
            if (priceAt(middle, unitY(middle)).compareTo(price) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return between(low, high, price);
    }

    /** Regula falsi that halves the weight of an end which stays for a second time (Illinois). */
    private BigDecimal between(BigDecimal lowEnd, BigDecimal highEnd, BigDecimal price) {
        BigDecimal low = lowEnd;
        BigDecimal high = highEnd;
        BigDecimal atLow = miss(low, price);
        BigDecimal atHigh = miss(high, price);
        int side = 0;
        BigDecimal last = high;
        for (int i = 0; i < 300; i++) {
            BigDecimal next = low.add(divide(high.subtract(low).multiply(atLow), atLow.subtract(atHigh)));
            BigDecimal miss = miss(next, price);
            if (miss.signum() == 0 || next.subtract(last).abs().compareTo(next.scaleByPowerOfTen(-88)) < 0) {
                return next;
            } else if (miss.signum() > 0) {
                low = next;
                atLow = miss;
                atHigh = side > 0 ? divide(atHigh, TWO) : atHigh;
            } else {
                high = next;
                atHigh = miss;
                atLow = side < 0 ? divide(atLow, TWO) : atLow;
            }
            side = miss.signum();
            last = next;
        }
        throw new IllegalStateException("no balances at price " + price);
    }

    private BigDecimal miss(BigDecimal x, BigDecimal price) {
        return priceAt(x, unitY(x)).subtract(price);
    }
}
