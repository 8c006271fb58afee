/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import static io.ballast.risk.curve.Exact.DIGITS;
import static io.ballast.risk.curve.Exact.assertNear;
import static io.ballast.risk.curve.Exact.divide;

import io.ballast.risk.curve.RandomTrade;
import io.ballast.risk.share.ShareTrade;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a weighted pool gives up by a trade, against the definition in 100 digits. */
class WeightedTradePropertyTest {

    private static final int PARTS = 100;
    private static final long PART_E18 = 10_000_000_000_000_000L;

    @Property(tries = 300)
    void shouldLoseAndSellWhatTheDefinitionSays(@ForAll long seed) {
        Random random = new Random(seed);
        int part0 = 1 + random.nextInt(PARTS - 1);
        RandomTrade trade = RandomTrade.of(random, 5);
        ShareTrade found = new WeightedShares(part0 * PART_E18).trade(trade.from(), trade.to());

        int[] parts = {part0, PARTS - part0};
        BigDecimal from0 = new BigDecimal(trade.from().amount0());
        BigDecimal from1 = new BigDecimal(trade.from().amount1());
        BigDecimal product = from0.pow(parts[0], DIGITS).multiply(from1.pow(parts[1], DIGITS), DIGITS);
        ExactWeighted exact = new ExactWeighted(parts, ExactWeighted.root(product, PARTS));
        BigDecimal price = divide(
                new BigDecimal(trade.to().amount1().multiply(BigInteger.valueOf(parts[0]))),
                new BigDecimal(trade.to().amount0().multiply(BigInteger.valueOf(parts[1]))));
        BigDecimal[] prices = {price, BigDecimal.ONE};
        BigDecimal sold0 = from0.subtract(exact.amount(0, prices));
        BigDecimal loss = from0.multiply(price).add(from1).subtract(exact.value(prices));

        assertNear("sold", found.sold0(), sold0, 1e-12);
        assertNear("loss", found.loss(), loss, 1e-12);
    }
}
