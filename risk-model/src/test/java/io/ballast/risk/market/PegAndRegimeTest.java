/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PegAndRegimeTest {

    private static final double CALM = 0.5;

    private PegState peg = PegState.AT_PAR;
    private RegimeState regime = RegimeState.UNKNOWN;

    @Test
    void shouldLoseParOnceItWasAwayForAMinute() {
        peg(1.001, 0);
        peg(0.99, 10);
        peg(0.98, 69);
        assertThat(peg.lost()).isFalse();
        peg(0.98, 70);
        assertThat(peg.lost()).isTrue();
        assertThat(peg.sinceMs()).isEqualTo(10_000);
    }

    @Test
    void shouldNotLoseItByASpike() {
        peg(0.9, 0);
        peg(0.999, 30);
        peg(0.9, 59);
        peg(0.9, 100);
        assertThat(peg.lost()).isFalse();
    }

    @Test
    void shouldRegainItOnlyWellInside() {
        peg(0.9, 0);
        peg(0.9, 60);
        peg(0.996, 100);
        peg(0.996, 1000);
        assertThat(peg.lost()).isTrue();
        peg(0.9985, 1001);
        peg(0.9985, 1061);
        assertThat(peg.lost()).isFalse();
        assertThat(peg.sinceMs()).isEqualTo(1_001_000);
    }

    @Test
    void shouldLoseParUpwardsToo() {
        peg(1.02, 0);
        peg(1.02, 60);
        assertThat(peg.lost()).isTrue();
    }

    @Test
    void shouldSayNothingBeforeVolatilityIsMature() {
        regime(CALM, 0.05, false, 0);
        assertThat(regime.regime()).isEqualTo(Regime.UNKNOWN);
        regime(CALM, 0.2, false, 1);
        assertThat(regime.regime()).isEqualTo(Regime.CALM);
    }

    @Test
    void shouldRiseAtOnceAndFallAfterAWhile() {
        regime(CALM, 1, false, 0);
        regime(1.0, 1, false, 1);
        assertThat(regime).isEqualTo(new RegimeState(Regime.VOLATILE, 1000L, null));
        regime(3.0, 1, false, 2);
        assertThat(regime.regime()).isEqualTo(Regime.EXTREME);
        regime(2.1, 1, false, 3);
        regime(2.1, 1, false, 1000);
        assertThat(regime.regime()).isEqualTo(Regime.EXTREME);
        regime(1.5, 1, false, 1001);
        regime(1.5, 1, false, 1600);
        assertThat(regime.regime()).isEqualTo(Regime.EXTREME);
        regime(1.5, 1, false, 1601);
        assertThat(regime.regime()).isEqualTo(Regime.VOLATILE);
        regime(0.7, 1, false, 1602);
        regime(0.7, 1, false, 2202);
        assertThat(regime.regime()).isEqualTo(Regime.CALM);
    }

    @Test
    void shouldNotFlapAroundAThreshold() {
        regime(CALM, 1, false, 0);
        regime(1.01, 1, false, 1);
        for (int second = 2; second < 5000; second++) {
            regime(second % 2 == 0 ? 0.9 : 1.1, 1, false, second);
            assertThat(regime.regime()).isEqualTo(Regime.VOLATILE);
        }
        assertThat(regime.sinceMs()).isEqualTo(1000);
    }

    @Test
    void shouldCallAJumpVolatileWhateverElse() {
        regime(CALM, 0.01, true, 0);
        assertThat(regime.regime()).isEqualTo(Regime.VOLATILE);
        regime(CALM, 1, true, 1);
        assertThat(regime.regime()).isEqualTo(Regime.VOLATILE);
    }

    @Test
    void shouldRefuseThresholdsInTheWrongOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PegRules(0.002, 0.005, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RegimeRules(2, 1, 0.8, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RegimeRules(1, 2, 1.1, 0, 0));
    }

    private void peg(double price, int second) {
        peg = peg.after(price, second * 1000L, Rules.PEG);
    }

    private void regime(double ewma, double maturity, boolean jump, int second) {
        VolatilityFigures figures = new VolatilityFigures(ewma, maturity, null, null, null, null, jump);
        regime = regime.after(figures, second * 1000L, Rules.REGIME);
    }
}
