/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RangeOutlookTest {

    private static final double TEN_PERCENT = Math.log(1.1);

    @Test
    void shouldMeasureBothEndsFromInside() {
        RangeOutlook outlook = RangeOutlook.of(TEN_PERCENT, 2 * TEN_PERCENT, true, TEN_PERCENT);

        assertThat(outlook.toLower()).isCloseTo(0.1, within(1e-15));
        assertThat(outlook.toUpper()).isCloseTo(0.21, within(1e-15));
        assertThat(outlook.lowerSigmas()).isEqualTo(1);
        assertThat(outlook.upperSigmas()).isEqualTo(2);
        assertThat(outlook.leaveProbability())
                .isEqualTo(BarrierProbability.ofLeaving(TEN_PERCENT, 2 * TEN_PERCENT, TEN_PERCENT));
        assertThat(outlook.returnProbability()).isNull();
    }

    @Test
    void shouldLookAtTheNearerEndFromOutside() {
        RangeOutlook below = RangeOutlook.of(-TEN_PERCENT, 3 * TEN_PERCENT, false, 0.2);
        assertThat(below.toLower()).isNegative();
        assertThat(below.returnProbability()).isEqualTo(BarrierProbability.ofRising(TEN_PERCENT, 0.2));
        assertThat(below.leaveProbability()).isNull();

        RangeOutlook above = RangeOutlook.of(3 * TEN_PERCENT, -TEN_PERCENT, false, 0.2);
        assertThat(above.returnProbability()).isEqualTo(BarrierProbability.ofFalling(TEN_PERCENT, 0.2));
    }

    @Test
    void shouldSayNoSigmasWithoutAVolatility() {
        RangeOutlook outlook = RangeOutlook.of(TEN_PERCENT, TEN_PERCENT, true, null);

        assertThat(outlook.toLower()).isCloseTo(0.1, within(1e-15));
        assertThat(outlook.lowerSigmas()).isNull();
        assertThat(outlook.leaveProbability()).isNull();
    }

    @Test
    void shouldCountNoDeviationsOfAPriceThatStands() {
        RangeOutlook outlook = RangeOutlook.of(TEN_PERCENT, TEN_PERCENT, true, 0.0);

        assertThat(outlook.lowerSigmas()).isNull();
        assertThat(outlook.leaveProbability()).isZero();
    }
}
