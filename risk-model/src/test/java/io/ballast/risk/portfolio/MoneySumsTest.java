/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MoneySumsTest {

    private static final long HOUR = 3600;
    private static final long DAY = 86_400;
    private static final RollingLoss LOST = new RollingLoss(-4.0, 2.0, true);

    private final MoneySums sums = new MoneySums();

    @Test
    void shouldNotKnowASum_onceATermIsNotKnown() {
        sums.add(part(true, 30.0, 1.0, Map.of()), 2);
        sums.add(part(true, null, null, Map.of()), 2);
        sums.add(part(true, 5.0, 1.0, Map.of()), 2);

        MoneyFigures money = sums.figures();
        assertThat(money.value()).isEqualTo(600);
        assertThat(money.unfinalisedValue()).isNull();
        assertThat(money.fees()).isNull();
    }

    @Test
    void shouldNotKnowAWindow_thatAnOpenPartDoesNotTellOf() {
        sums.addRolling(part(true, 0.0, 0.0, Map.of(HOUR, LOST, DAY, LOST)), 2.0);
        sums.addRolling(part(true, 0.0, 0.0, Map.of(HOUR, new RollingLoss(-1.0, null, false))), 3.0);

        assertThat(sums.figures().rollingLosses())
                .containsEntry(HOUR, new RollingLoss(-11.0, null, false))
                .containsEntry(DAY, new RollingLoss(null, null, true));
    }

    @Test
    void shouldCountWhatClosedPartsLost() {
        sums.addRolling(part(true, 0.0, 0.0, Map.of(HOUR, LOST)), 2.0);
        sums.addRolling(part(false, 0.0, 0.0, Map.of(HOUR, LOST)), 10.0);
        sums.addRolling(part(false, 0.0, 0.0, Map.of()), null);

        assertThat(sums.figures().rollingLosses()).containsEntry(HOUR, new RollingLoss(-48.0, 24.0, true));
    }

    @Test
    void shouldNotKnowWindows_withoutAPriceForWhatWasLost() {
        sums.addRolling(part(false, 0.0, 0.0, Map.of(HOUR, LOST)), null);

        assertThat(sums.figures().rollingLosses()).containsEntry(HOUR, new RollingLoss(null, null, true));
    }

    private static PartFigures part(boolean isOpen, Double unfinalised, Double fees, Map<Long, RollingLoss> rolling) {
        return new PartFigures(isOpen, 100, 50.0, unfinalised, 100, 0, fees, 1.0, null, 1, 1, 1, 1, 0, 2000, rolling);
    }
}
