/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a chord strip pays over many paths, for each dollar lost. */
class ChordStripPayoffPropertyTest {

    /**
     * Held to expiry at P0 = 2000, range 1500 to 2500, volatility 80 %, 14 days: the coarser the strikes, the more the strip pays too
     * much. The bounds have room for sampling on both sides of 1.017 at 100 and 1.427 at 500.
     */
    @Property(tries = 3)
    void coarserStrikesPayMoreThanTheLoss(@ForAll Random random) {
        double fine = payoffRatio(random, 1500, 1600, 1700, 1800, 1900, 2000, 2100, 2200, 2300, 2400, 2500);
        double coarse = payoffRatio(random, 1500, 2000, 2500);
        assertThat(fine).isBetween(1.01, 1.03);
        assertThat(coarse).isBetween(1.35, 1.50);
    }

    private static double payoffRatio(Random random, double... strikes) {
        RangeLoss loss = SampleStrips.range(1000, 1500, 2500, 2000);
        StripPortfolio strip = ChordStrip.of(loss, SampleStrips.unlimited(strikes, 1), StripTerms.plain(1, 1), 2000)
                .orElseThrow();
        int runs = 20_000;
        double lost = 0;
        double gained = 0;
        double v = 0.8 * Math.sqrt(14 / 365.0);
        for (int i = 0; i < runs; i++) {
            double price = 2000 * Math.exp(v * random.nextGaussian() - v * v / 2);
            lost += loss.at(price);
            gained += strip.payoff(price);
        }
        return gained / lost;
    }
}
