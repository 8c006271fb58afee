/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static final Market NOW = Market.at(Map.of("ETH", 2500.0, "USDC", 1.0));
    private static final BookLeg POSITION = new CurveLeg(new ConstantProductCurve(100), "ETH", "USDC");
    private static final List<Shock> LADDER = Shocks.joint(List.of("ETH"), Shocks.HALF_TO_HALF);

    @Test
    void shouldLeaveTheJuniorWhatTheSeniorsDoNotTake() {
        Tranche senior = new Tranche(true, 1, "USDC", 8000);
        Tranche junior = new Tranche(false, 0.25, "USDC", 8000);
        List<ClaimResult> seniors = Claims.after(POSITION, senior, NOW, LADDER);
        List<ClaimResult> juniors = Claims.after(POSITION, junior, NOW, LADDER);
        for (int i = 0; i < LADDER.size(); i++) {
            double value = 200 * Math.sqrt(2500 * LADDER.get(i).factors().get("ETH"));
            assertThat(seniors.get(i).ours()).isCloseTo(Math.min(value, 8000), within(1e-9));
            assertThat(juniors.get(i).ours()).isCloseTo(0.25 * Math.max(value - 8000, 0), within(1e-9));
            assertThat(seniors.get(i).ours() + 4 * juniors.get(i).ours()).isCloseTo(value, within(1e-9));
            assertThat(juniors.get(i).ahead()).isEqualTo(8000);
        }
        assertThat(juniors.get(0).ours()).isZero();
    }

    @Test
    void shouldTakeAVaultsDebtOffBeforeOurShare() {
        ClaimResult result = Claims.after(POSITION, new VaultShare(0.1, "ETH", 1), NOW, LADDER)
                .get(5);
        assertThat(result.value()).isCloseTo(10_000, within(1e-9));
        assertThat(result.ahead()).isEqualTo(2500);
        assertThat(result.ours()).isCloseTo(750, within(1e-9));
    }

    /** 200 sqrt(2500 f) 0.8 = 6000 at f = 0.5625. */
    @Test
    void shouldFindThePriceAtWhichALoanIsLiquidated() {
        LoanDistance distance = LoanDistance.of(POSITION, new LoanCollateral("USDC", 6000, 0.8), NOW, "ETH");
        assertThat(distance.fall()).isCloseTo(0.5625, within(1e-9));
        assertThat(distance.rise()).isNull();
    }

    /** Debt in the asset grows faster than a pool does: 8000 sqrt(f) = 5000 f at f = 2.56. */
    @Test
    void shouldFindTheRiseThatLiquidatesADebtInTheAsset() {
        LoanDistance distance = LoanDistance.of(POSITION, new LoanCollateral("ETH", 2, 0.8), NOW, "ETH");
        assertThat(distance.fall()).isNull();
        assertThat(distance.rise()).isCloseTo(2.56, within(1e-9));
    }

    @Test
    void shouldSayThatALoanIsDueAndThatOneWithoutDebtNeverIs() {
        LoanDistance due = LoanDistance.of(POSITION, new LoanCollateral("USDC", 9000, 0.8), NOW, "ETH");
        assertThat(due).isEqualTo(new LoanDistance("ETH", 1.0, 1.0));
        LoanDistance free = LoanDistance.of(POSITION, new LoanCollateral("USDC", 0, 0.8), NOW, "ETH");
        assertThat(free).isEqualTo(new LoanDistance("ETH", null, null));
        LoanCollateral loan = new LoanCollateral("USDC", 12_000, 0.8);
        assertThat(Claims.after(POSITION, loan, NOW, LADDER).get(5).ours()).isZero();
    }

    @Test
    void shouldRefuseClaimsThatMakeNoSense() {
        assertThatThrownBy(() -> new VaultShare(1.1, "USDC", 0)).hasMessageContaining("our fraction 1.1");
        assertThatThrownBy(() -> new LoanCollateral("USDC", 1, 0)).hasMessageContaining("threshold 0.0");
        assertThatThrownBy(() -> new Tranche(true, 1, "USDC", -1)).hasMessageContaining("seniors -1.0");
    }

    @Test
    void shouldFeedBackOnlyWhatArbitrageDoesNotTakeUp() {
        HedgeFeedback full = HedgeFeedback.of(-0.5, 1, 2000, 100);
        assertThat(full.grossFlowCoins()).isEqualTo(10);
        assertThat(full.netFlowCoins()).isZero();
        assertThat(full.grossPhi()).isEqualTo(0.1);
        assertThat(full.isAlert()).isTrue();
        assertThat(full.amplification()).isCloseTo(1 / 0.9, within(1e-12));
        HedgeFeedback none = HedgeFeedback.of(-0.5, 0, 2000, 100);
        assertThat(none.grossPhi()).isZero();
        assertThat(none.netPhi()).isEqualTo(-0.1);
        assertThat(HedgeFeedback.of(-0.5, 1, 2000, 10).amplification()).isNull();
        assertThatThrownBy(() -> HedgeFeedback.of(-0.5, 1, 2000, 0)).hasMessageContaining("depth 0.0");
    }

    @Test
    void shouldMeasureHowMuchHangsOnOneVenue() {
        VenueConcentration two =
                VenueConcentration.of(Map.of("a", -300.0, "b", 100.0)).orElseThrow();
        assertThat(two).isEqualTo(new VenueConcentration("a", 0.75, 0.625));
        assertThat(VenueConcentration.of(Map.of())).isEmpty();
        assertThat(VenueConcentration.of(Map.of("a", 0.0))).isEmpty();
        assertThatThrownBy(() -> VenueConcentration.of(Map.of("a", Double.NaN))).hasMessageContaining("NaN on a");
    }
}
