/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import io.ballast.risk.curve.Exact;
import io.ballast.risk.curve.ExactPair;
import io.ballast.risk.curve.PairCase;
import io.ballast.risk.curve.PairCurveContract;
import io.ballast.risk.curve.PriceMoves;
import java.math.BigDecimal;
import java.util.Random;

class WeightedPairCurvePropertyTest extends PairCurveContract {

    @Override
    protected PairCase pairCase(Random random) {
        int hundredths = 1 + random.nextInt(99);
        double invariant = PriceMoves.decades(20, random);
        double price = PriceMoves.decades(12, random);
        WeightedPairCurve curve = new WeightedPairCurve(hundredths / 100.0, invariant);
        return new PairCase(curve, new ExactWeightedPair(curve), price, PriceMoves.from(price, random));
    }

    private record ExactWeightedPair(WeightedPairCurve curve) implements ExactPair {

        @Override
        public BigDecimal amount0(BigDecimal price) {
            return exact().amount(0, new BigDecimal[] {price, BigDecimal.ONE});
        }

        @Override
        public BigDecimal amount1(BigDecimal price) {
            return exact().amount(1, new BigDecimal[] {price, BigDecimal.ONE});
        }

        private ExactWeighted exact() {
            int hundredths = (int) Math.round(100 * curve.weight0());
            return new ExactWeighted(new int[] {hundredths, 100 - hundredths}, Exact.of(curve.invariant()));
        }
    }
}
