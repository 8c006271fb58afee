/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.loss.ConcentratedRange;
import io.ballast.risk.option.Black76;
import io.ballast.risk.option.OptionKind;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PinRiskTest {

    private static final double DAY = 1.0 / 365;
    private static final ExpiryRule RULE = new ExpiryRule(Duration.ofDays(3), Duration.ofHours(12), 1);

    @Test
    void gammaIsThatOfTheOptions() {
        double gamma =
                new Black76(OptionKind.PUT, 2010, 2000, 0.6, DAY, 0).greeks().gamma();
        assertThat(PinRisk.gamma(7, 2010, 2000, 0.6, DAY)).isCloseTo(7 * gamma, within(1e-14));
        assertThatThrownBy(() -> PinRisk.gamma(7, 2010, 2000, 0.6, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("price deviation 0.0");
    }

    @Test
    void deltaOfAStripMeansSomethingWhileThePriceCanPassHalfASpacing() {
        // 2000 * 0.6 * sqrt(1/365) = 62.8
        assertThat(PinRisk.deltaIsMeaningful(2000, 0.6, DAY, 100)).isTrue();
        assertThat(PinRisk.deltaIsMeaningful(2000, 0.6, DAY, 130)).isFalse();
        assertThat(PinRisk.deltaIsMeaningful(2000, 0.6, 0, 1)).isFalse();
    }

    @Test
    void settlementByAnAverageDiffersFromThePriceByItsThird() {
        // 2000 * 0.6 * sqrt(1/17520/3)
        assertThat(PinRisk.settlementDeviation(2000, 0.6, Duration.ofMinutes(30)))
                .isCloseTo(1200 / Math.sqrt(17_520 * 3.0), within(1e-9));
    }

    @Test
    void theMostUrgentStateIsGiven() {
        assertThat(RULE.state(Duration.ofDays(10), 2000, 2000, 0.6)).isEqualTo(ExpiryRule.State.HOLD);
        assertThat(RULE.state(Duration.ofDays(3), 2000, 2000, 0.6)).isEqualTo(ExpiryRule.State.ROLL);
        assertThat(RULE.state(Duration.ofHours(12), 2000, 2010, 0.6)).isEqualTo(ExpiryRule.State.PIN);
        assertThat(RULE.state(Duration.ofHours(12), 2000, 2200, 0.6)).isEqualTo(ExpiryRule.State.ROLL);
        assertThat(RULE.state(Duration.ofHours(1), 2000, 2000, 0)).isEqualTo(ExpiryRule.State.PIN);
        assertThat(RULE.state(Duration.ZERO, 2000, 2000, 0.6)).isEqualTo(ExpiryRule.State.EXPIRED);
        assertThatThrownBy(() -> new ExpiryRule(Duration.ofDays(-1), Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void lossesBeforeAndAfterARollAndTheCrossTermAreTheLossSinceEntry(@ForAll Random random) {
        ConcentratedRange range = new ConcentratedRange(100, 40, 40 + 10 * random.nextDouble());
        double entry = 35 + 20 * random.nextDouble();
        double roll = 35 + 20 * random.nextDouble();
        double now = 35 + 20 * random.nextDouble();
        RollSplit split = RollSplit.of(range, entry, roll, now);
        assertThat(split.total()).isCloseTo(range.impermanentLoss(entry, now), within(1e-9));
    }
}
