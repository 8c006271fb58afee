/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One source is 10 % wrong, dead, stuck, early, late or twice: what comes out. */
class PairMarketTest {

    private static final String A = "a:ETH-USD";
    private static final String B = "b:ETH-USD";
    private static final String C = "c:ETH-USD";

    private PairMarket market = new PairMarket(Rules.MERGE);
    private MergedPrice now;

    @Test
    void shouldTakeWhatAnOnlySourceSays() {
        say(A, 100, 0);
        say(A, 1000, 1);

        assertThat(now.price()).isEqualTo(1000);
        assertThat(now.doubts()).isEmpty();
        assertThat(now.confidence()).isEqualTo(0.5);
        assertThat(now.spread()).isNull();
    }

    @Test
    void shouldTakeTheMedianOfThree() {
        sayAll(100.0, 100.1, 100.3, 0);

        assertThat(now.price()).isEqualTo(100.1);
        assertThat(now.count(Standing.USED)).isEqualTo(3);
        // Deviations of the logarithm are 0.001, 0 and 0.002: their median is 0.001.
        assertThat(now.dispersion()).isCloseTo(1.4826 * Math.log(100.1 / 100.0), within(1e-12));
        assertThat(now.confidence()).isCloseTo(0.001 / now.dispersion(), within(1e-12));
    }

    @Test
    void shouldTakeTheMiddleOfTwoThatAgree() {
        say(A, 100, 0);
        say(B, 100.2, 0);

        assertThat(now.price()).isCloseTo(100.1, within(1e-9));
        assertThat(now.doubts()).isEmpty();
    }

    @Test
    void shouldFollowTheWeights() {
        market = new PairMarket(Rules.merge(Map.of("b", new SourceTerms(3, Rules.STALE_MS))));
        say(A, 100, 0);
        say(B, 100.2, 0);
        say(C, 100.4, 0);

        assertThat(now.price()).isEqualTo(100.2);
        assertThat(now.sources()).extracting(SourceView::weight).containsExactly(1.0, 3.0, 1.0);
    }

    @Test
    void shouldRejectOneThatIsTenTimesOffForAsLongAsItIs() {
        sayAll(100, 100.1, 100.2, 0);
        for (int second = 1; second < 3600; second++) {
            sayAll(100, 1000, 100.2, second);
            assertThat(now.price()).isCloseTo(100.1, within(0.1001));
        }
        assertThat(standing(B)).isEqualTo(Standing.REJECTED);
        assertThat(now.count(Standing.REJECTED)).isEqualTo(1);

        say(B, 100.1, 3600);
        assertThat(standing(B)).isEqualTo(Standing.USED);
    }

    @Test
    void shouldStandAStormOfOutliers() {
        java.util.Random random = new java.util.Random(5);
        sayAll(100, 100, 100, 0);
        for (int second = 1; second < 1000; second++) {
            say(C, Math.exp(10 * random.nextGaussian()), second);
            say(A, 100 + 0.01 * random.nextGaussian(), second);
            say(B, 100 + 0.01 * random.nextGaussian(), second);
            assertThat(now.price()).isCloseTo(100, within(0.1));
        }
    }

    @Test
    void shouldBelieveAJumpOnceTheGreaterPartHasMadeIt() {
        sayAll(100, 100, 100, 0);
        say(A, 70, 1);
        assertThat(now.price()).isEqualTo(100);
        assertThat(standing(A)).isEqualTo(Standing.REJECTED);

        say(B, 70.01, 2);
        assertThat(now.price()).isCloseTo(70.005, within(1e-9));
        assertThat(standing(C)).isEqualTo(Standing.REJECTED);

        say(C, 70, 3);
        assertThat(now.price()).isEqualTo(70);
        assertThat(now.doubts()).isEmpty();
    }

    @Test
    void shouldBelieveAJumpThatTheSecondOfTwoConfirms() {
        say(A, 100, 0);
        say(B, 100, 0);
        say(A, 70, 1);
        assertThat(now.price()).isEqualTo(100);
        assertThat(now.doubts()).containsExactlyInAnyOrder(PriceDoubt.DISPUTED, PriceDoubt.LONE_SOURCE);

        say(B, 70, 2);
        assertThat(now.price()).isEqualTo(70);
        assertThat(now.doubts()).isEmpty();
    }

    @Test
    void shouldKeepToThePriceBeforeWhileTwoDisagreeAndThenTakeTheMiddle() {
        say(A, 100, 0);
        say(B, 100, 0);
        for (int second = 1; second < 31; second++) {
            say(A, 105, second);
            say(B, 100, second);
            assertThat(now.price()).isEqualTo(100);
        }
        for (int second = 31; second < 100; second++) {
            say(A, 105, second);
            say(B, 100, second);
            assertThat(now.price()).isCloseTo(102.5, within(1e-9));
            assertThat(now.doubts()).containsExactly(PriceDoubt.DISPUTED);
        }
    }

    /** Of two that speak by turns, with all the volatility that their own dispute makes. */
    @Test
    void shouldNotTakeADisputeForSettledBecauseThePriceHasMovedByIt() {
        double tenPercentInASecond = 0.1 / Math.sqrt(1000);
        say(A, 100, 0);
        say(B, 100, 0);
        for (int second = 1; second < 200; second += 20) {
            say(A, 105, second, second < 40 ? 0 : tenPercentInASecond);
            say(B, 100, second + 10, second < 40 ? 0 : tenPercentInASecond);
        }
        assertThat(now.price()).isCloseTo(102.5, within(1e-9));
        assertThat(now.doubts()).containsExactly(PriceDoubt.DISPUTED);

        say(A, 100.1, 201, tenPercentInASecond);
        assertThat(now.doubts()).isEmpty();
    }

    @Test
    void shouldLeaveOutOneThatSaysNothing() {
        sayAll(100, 100, 100, 0);
        for (int second = 10; second <= 61; second++) {
            say(A, 101 + second * 1e-6, second);
            say(B, 101 + second * 1e-6, second);
        }
        assertThat(standing(C)).isEqualTo(Standing.STALE);
        assertThat(now.count(Standing.STALE)).isEqualTo(1);
        assertThat(now.price()).isCloseTo(101, within(1e-3));
        assertThat(now.confidence()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void shouldRejectOneThatIsStuckOnceTheOthersHaveLeft() {
        for (int second = 0; second < 600; second++) {
            double price = 100 * Math.exp(second * 1e-5);
            say(A, price, second);
            say(B, price, second);
            say(C, 100, second);
        }
        say(A, 101, 600);
        assertThat(now.price()).isCloseTo(100.6, within(0.5));
        say(B, 101, 600);
        assertThat(now.price()).isEqualTo(101);
        assertThat(standing(C)).isEqualTo(Standing.REJECTED);
    }

    @Test
    void shouldDisputeOneOfTwoThatIsStuck() {
        for (int second = 0; second < 700; second++) {
            say(A, 100 * Math.exp(second * 1e-5), second);
            say(B, 100, second);
        }
        assertThat(now.doubts()).containsExactly(PriceDoubt.DISPUTED);
        assertThat(now.price()).isCloseTo(100.35, within(0.01));
    }

    @Test
    void shouldTakeThatAStuckMessageSaysForStaleNotForFresh() {
        say(A, 100, 0);
        say(B, 100, 0);
        for (int second = 1; second < 62; second++) {
            assertThat(market.take(B, Observation.trade(100, 0), 0)).isEmpty();
            say(A, 100 + second * 1e-3, second);
        }
        assertThat(standing(B)).isEqualTo(Standing.STALE);
        assertThat(now.doubts()).containsExactly(PriceDoubt.LONE_SOURCE);
    }

    @Test
    void shouldHoldTheLastPriceWhileALoneSourceIsNotToBeBelieved() {
        say(A, 100, 0);
        say(B, 100, 0);
        for (int second = 1; second <= 61; second++) {
            say(A, 100, second);
        }
        say(A, 1000, 62);
        assertThat(now.price()).isEqualTo(100);
        assertThat(now.confidence()).isZero();
        assertThat(now.observedMs()).isEqualTo(61_000);
        assertThat(now.timeMs()).isEqualTo(62_000);
        assertThat(now.doubts()).containsExactlyInAnyOrder(PriceDoubt.HELD, PriceDoubt.DISPUTED);

        say(A, 1000, 91);
        assertThat(now.price()).isEqualTo(100);
        say(A, 1000, 92);
        assertThat(now.price()).isEqualTo(1000);
        assertThat(now.doubts()).containsExactly(PriceDoubt.LONE_SOURCE);
    }

    @Test
    void shouldTakeTheFirstThatComesBackAfterAllWereStale() {
        sayAll(100, 100, 100, 0);
        say(B, 150, 7200);

        assertThat(now.price()).isEqualTo(150);
        assertThat(standing(A)).isEqualTo(Standing.STALE);
        assertThat(now.doubts()).containsExactly(PriceDoubt.LONE_SOURCE);
    }

    @Test
    void shouldIgnoreRepeatsAndWhatIsOlder() {
        say(A, 100, 10);
        assertThat(market.take(A, Observation.trade(100, 10_000), 0)).isEmpty();
        assertThat(market.take(A, Observation.trade(90, 9_999), 0)).isEmpty();

        say(A, 101, 10);
        assertThat(now.price()).isEqualTo(101);
    }

    @Test
    void shouldNotLetAClockThatIsAheadMakeTheOthersLookOld() {
        for (int second = 0; second < 300; second++) {
            say(A, 100, second);
            say(B, 100.1, second);
            say(C, 103, second + 180);
        }
        assertThat(standing(C)).isEqualTo(Standing.AHEAD);
        assertThat(standing(A)).isEqualTo(Standing.USED);
        assertThat(standing(B)).isEqualTo(Standing.USED);
        assertThat(now.price()).isCloseTo(100.05, within(1e-9));
        assertThat(now.timeMs()).isEqualTo(299_000);
    }

    @Test
    void shouldTakeASourceBackThatPutsItsClockRight() {
        sayAll(100, 100, 100, 0);
        say(C, 100, 300);
        say(A, 100.1, 1);
        say(B, 100.1, 1);
        assertThat(standing(C)).isEqualTo(Standing.AHEAD);

        say(C, 100.1, 2);
        assertThat(standing(C)).isEqualTo(Standing.USED);
        assertThat(now.timeMs()).isEqualTo(2000);
    }

    @Test
    void shouldTakeAClockThatIsBehindForStale() {
        for (int second = 0; second < 300; second++) {
            say(A, 100, second);
            say(B, 103, second - 180);
            say(C, 100.1, second);
        }
        assertThat(standing(B)).isEqualTo(Standing.STALE);
        assertThat(now.price()).isCloseTo(100.05, within(1e-9));
    }

    @Test
    void shouldAllowForWhatTheMarketUsuallyMoves() {
        double percentInTenSeconds = 0.01 / Math.sqrt(10_000);
        say(A, 100, 0);
        say(B, 100, 0);
        say(A, 101, 10, percentInTenSeconds);

        assertThat(now.price()).isCloseTo(100.5, within(1e-9));
        assertThat(now.doubts()).isEmpty();
    }

    @Test
    void shouldForgetWhoWasSilentForADay() {
        say(A, 100, 0);
        say(B, 100, 0);
        say(A, 100, 86_401);

        assertThat(now.sources()).extracting(SourceView::source).containsExactly(A);
        assertThat(now.doubts()).isEmpty();
    }

    @Test
    void shouldSayTheMiddleOfTheSpreads() {
        take(A, Observation.quote(99, 101, 0));
        take(B, Observation.quote(99.9, 100.1, 0));
        take(C, Observation.trade(100, 0));

        assertThat(now.price()).isEqualTo(100);
        assertThat(now.spread()).isCloseTo((0.02 + 0.002) / 2, within(1e-12));
    }

    @Test
    void shouldRefuseCrossedBooksAndPricesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observation.quote(101, 100, 0))
                .withMessageContaining("bid 101.0 is above ask 100.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Observation.quote(0, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observation.trade(-1, 0))
                .withMessageContaining("price -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Observation.trade(Double.NaN, 0));
    }

    private void sayAll(double a, double b, double c, int second) {
        say(A, a, second);
        say(B, b, second);
        say(C, c, second);
    }

    private void say(String source, double price, int second) {
        say(source, price, second, 0);
    }

    private void say(String source, double price, int second, double volatility) {
        now = market.take(source, Observation.trade(price, second * 1000L), volatility)
                .orElse(now);
    }

    private void take(String source, Observation seen) {
        Optional<MergedPrice> price = market.take(source, seen, 0);
        now = price.orElseThrow();
    }

    private Standing standing(String source) {
        return now.sources().stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElseThrow()
                .standing();
    }
}
