/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.concentrated;

import static io.ballast.risk.curve.Exact.divide;
import static io.ballast.risk.curve.Exact.sqrt;

import io.ballast.risk.curve.Exact;
import io.ballast.risk.curve.ExactPair;
import io.ballast.risk.curve.PairCase;
import io.ballast.risk.curve.PairCurveContract;
import io.ballast.risk.curve.PriceMoves;
import io.ballast.risk.loss.ConcentratedRange;
import java.math.BigDecimal;
import java.util.Random;

/** Prices inside, below and above the range, but not so near its ends that the bound's own rounding shows. */
class ConcentratedCurvePropertyTest extends PairCurveContract {

    @Override
    protected PairCase pairCase(Random random) {
        double lower = PriceMoves.decades(3, random);
        double upper = lower * (1 + PriceMoves.decades(2, random));
        ConcentratedRange range = new ConcentratedRange(PriceMoves.decades(20, random), lower, upper);
        double price = place(range, random);
        double to = random.nextInt(3) == 0 ? place(range, random) : nearby(range, price, random);
        return new PairCase(new ConcentratedCurve(range), new ExactRange(range), price, to);
    }

    private static double nearby(ConcentratedRange range, double price, Random random) {
        double to = PriceMoves.from(price, random);
        return regime(range, to) == regime(range, price) ? to : place(range, random);
    }

    private static int regime(ConcentratedRange range, double price) {
        double s = Math.sqrt(price);
        return s < range.sqrtLower() ? -1 : s > range.sqrtUpper() ? 1 : 0;
    }

    private static double place(ConcentratedRange range, Random random) {
        double part = 0.01 + 0.98 * random.nextDouble();
        double root =
                switch (random.nextInt(4)) {
                    case 0 -> range.sqrtLower() * part;
                    case 1 -> range.sqrtUpper() / part;
                    default -> range.sqrtLower() * (1 - part) + range.sqrtUpper() * part;
                };
        return root * root;
    }

    private record ExactRange(ConcentratedRange range) implements ExactPair {

        @Override
        public BigDecimal amount0(BigDecimal price) {
            BigDecimal perRoot = divide(BigDecimal.ONE, clamped(price));
            return Exact.of(range.liquidity())
                    .multiply(perRoot.subtract(divide(BigDecimal.ONE, Exact.of(range.sqrtUpper()))));
        }

        @Override
        public BigDecimal amount1(BigDecimal price) {
            return Exact.of(range.liquidity()).multiply(clamped(price).subtract(Exact.of(range.sqrtLower())));
        }

        private BigDecimal clamped(BigDecimal price) {
            return sqrt(price).max(Exact.of(range.sqrtLower())).min(Exact.of(range.sqrtUpper()));
        }
    }
}
