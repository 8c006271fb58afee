/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.constantproduct;

import static io.ballast.risk.curve.Exact.divide;
import static io.ballast.risk.curve.Exact.sqrt;

import io.ballast.risk.curve.Exact;
import io.ballast.risk.curve.ExactPair;
import io.ballast.risk.curve.PairCase;
import io.ballast.risk.curve.PairCurveContract;
import io.ballast.risk.curve.PriceMoves;
import java.math.BigDecimal;
import java.util.Random;

class ConstantProductCurvePropertyTest extends PairCurveContract {

    @Override
    protected PairCase pairCase(Random random) {
        double liquidity = PriceMoves.decades(20, random);
        double price = PriceMoves.decades(12, random);
        return new PairCase(
                new ConstantProductCurve(liquidity),
                new ExactPoolOfTwo(Exact.of(liquidity)),
                price,
                PriceMoves.from(price, random));
    }

    private record ExactPoolOfTwo(BigDecimal liquidity) implements ExactPair {

        @Override
        public BigDecimal amount0(BigDecimal price) {
            return divide(liquidity, sqrt(price));
        }

        @Override
        public BigDecimal amount1(BigDecimal price) {
            return liquidity.multiply(sqrt(price), Exact.DIGITS);
        }
    }
}
