/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import static io.ballast.risk.curve.Exact.DIGITS;
import static io.ballast.risk.curve.Exact.assertNear;
import static io.ballast.risk.curve.Exact.divide;

import io.ballast.risk.curve.RandomTrade;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.share.ShareTrade;
import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a stable pool gives up by a trade, against the definition in 100 digits. */
class StableTradePropertyTest {

    @Property(tries = 300)
    void shouldLoseAndSellWhatTheDefinitionSays(@ForAll long seed) {
        Random random = new Random(seed);
        double k = 2 * Math.exp(random.nextDouble() * Math.log(1e6));
        double rate1 = random.nextBoolean() ? 1 : 0x1p10;
        RandomTrade trade = RandomTrade.of(random, 3);
        TokenAmounts from = trade.from();
        TokenAmounts to = trade.to();
        ShareTrade found = new StableShares(new StableInvariant(k), 1, rate1).trade(from, to);

        Invariant exact = new Invariant(new BigDecimal(k));
        BigDecimal from0 = new BigDecimal(from.amount0());
        BigDecimal from1 = new BigDecimal(from.amount1()).multiply(new BigDecimal(rate1));
        BigDecimal to0 = new BigDecimal(to.amount0());
        BigDecimal to1 = new BigDecimal(to.amount1()).multiply(new BigDecimal(rate1));
        BigDecimal end = exact.depth(to0, to1);
        BigDecimal atSameDepth = divide(exact.depth(from0, from1), end);
        BigDecimal price = exact.price(to0, to1, end);
        BigDecimal sold0 = from0.subtract(to0.multiply(atSameDepth));
        BigDecimal loss = sold0.multiply(price).add(from1).subtract(to1.multiply(atSameDepth));

        assertNear("sold", found.sold0(), sold0, 1e-12);
        assertNear("loss", found.loss() * rate1, loss, 1e-12);
    }

    /** The invariant {@code K (x + y) + D = K D + D^3 / (4 x y)}. */
    private record Invariant(BigDecimal k) {

        /** D by Newton from above. */
        BigDecimal depth(BigDecimal x, BigDecimal y) {
            BigDecimal sum = x.add(y);
            BigDecimal bend =
                    divide(BigDecimal.ONE, BigDecimal.valueOf(4).multiply(x).multiply(y));
            BigDecimal depth = sum;
            BigDecimal last;
            do {
                last = depth;
                BigDecimal cubed = depth.pow(3, DIGITS).multiply(bend);
                BigDecimal missed =
                        cubed.add(k.subtract(BigDecimal.ONE).multiply(depth)).subtract(k.multiply(sum));
                BigDecimal slope = divide(BigDecimal.valueOf(3).multiply(cubed), depth)
                        .add(k)
                        .subtract(BigDecimal.ONE);
                depth = depth.subtract(divide(missed, slope)).round(DIGITS);
            } while (last.subtract(depth).abs().compareTo(depth.scaleByPowerOfTen(-90)) > 0);
            return depth;
        }

        BigDecimal price(BigDecimal x, BigDecimal y, BigDecimal depth) {
            BigDecimal bend =
                    divide(depth.pow(3), BigDecimal.valueOf(4).multiply(x).multiply(y));
            return divide(k.add(divide(bend, x)), k.add(divide(bend, y)));
        }
    }
}
