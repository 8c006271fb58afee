/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import io.ballast.risk.curve.Exact;
import io.ballast.risk.curve.PairCase;
import io.ballast.risk.curve.PairCurveContract;
import io.ballast.risk.curve.PriceMoves;
import java.util.Random;

/** K from 2 to two million; prices a part in 10^12 from the peg, around it, and up to balances 16 decades apart. */
class StableCurvePropertyTest extends PairCurveContract {

    @Override
    protected PairCase pairCase(Random random) {
        double k = Math.pow(10, 0.31 + 6 * random.nextDouble());
        double depth = PriceMoves.decades(20, random);
        double price = PriceMoves.from(random.nextInt(3) == 0 ? PriceMoves.decades(12, random) : 1, random);
        return new PairCase(
                StableCurve.ofDepth(new StableInvariant(k), depth),
                new ExactStable(Exact.of(k), Exact.of(depth)),
                price,
                PriceMoves.from(price, random));
    }
}
