/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.volatility.JumpSplit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairVolatilityTest {

    private static final double MINUTES_A_YEAR = 365 * 24 * 60;

    private final PairVolatility volatility = new PairVolatility(Rules.VOLATILITY);

    @Test
    void shouldSayNothingOfAFirstPrice() {
        volatility.add(0, 100);

        VolatilityFigures figures = volatility.figures();
        assertThat(figures.ewma()).isNull();
        assertThat(figures.realised()).isNull();
        assertThat(figures.jump()).isFalse();
        assertThat(volatility.usualPerRootMs()).isZero();
    }

    /** Up and down by 0.1 % from minute to minute: every return has the same square. */
    @Test
    void shouldBeThatOfTheMinutes() {
        minutes(61, minute -> minute % 2 == 0 ? 100 : 100 * Math.exp(0.001));

        VolatilityFigures figures = volatility.figures();
        double perMinute = 0.001 * Math.sqrt(MINUTES_A_YEAR);
        assertThat(figures.realised()).isCloseTo(perMinute, within(1e-9));
        assertThat(figures.ewma()).isCloseTo(perMinute * Math.sqrt(59.0 / 60), within(0.01 * perMinute));
        assertThat(figures.maturity()).isCloseTo(1 - Math.exp(-1), within(0.02));
        assertThat(figures.jump()).isFalse();
    }

    @Test
    void shouldEstimateWhatTheRandomWalkHas() {
        Random random = new Random(7);
        double[] price = {100};
        minutes(61, minute -> price[0] *= Math.exp(0.0008 * random.nextGaussian()));

        double truth = 0.0008 * Math.sqrt(MINUTES_A_YEAR);
        VolatilityFigures figures = volatility.figures();
        // Sixty returns: a relative standard deviation of 1/sqrt(120), some more for the median.
        assertThat(figures.realised()).isCloseTo(truth, within(0.3 * truth));
        assertThat(figures.median()).isCloseTo(truth, within(0.4 * truth));
        assertThat(figures.ewma()).isCloseTo(truth, within(0.3 * truth));
        assertThat(figures.yangZhang()).isPositive();
    }

    @Test
    void shouldTellAJumpFromUnrest() {
        Random random = new Random(11);
        double[] price = {100};
        minutes(40, minute -> price[0] *= Math.exp(0.0005 * random.nextGaussian()));
        assertThat(volatility.figures().jump()).isFalse();

        volatility.add(40 * 60_000L, price[0] * 1.03);
        assertThat(volatility.figures().jump()).isTrue();

        for (int minute = 41; minute < 60; minute++) {
            volatility.add(minute * 60_000L, price[0] * 1.03 * Math.exp(0.0005 * random.nextGaussian()));
        }
        VolatilityFigures after = volatility.figures();
        assertThat(after.jump()).isFalse();
        assertThat(after.jumpShare()).isGreaterThan(0.9);
        assertThat(after.median()).isLessThan(after.realised() / 3);
    }

    /** A hundred trades a second between bid and ask, 2 basis points apart, are no volatility. */
    @Test
    void shouldNotTakeTheBounceBetweenBidAndAskForMoves() {
        for (int i = 0; i < 60 * 60 * 10; i++) {
            volatility.add(i * 100L, i % 2 == 0 ? 100 : 100.02);
        }
        double bounceEachMinute = 2e-4 * Math.sqrt(MINUTES_A_YEAR);
        assertThat(volatility.figures().ewma()).isLessThanOrEqualTo(bounceEachMinute * 1.05);
    }

    @Test
    void shouldBeginAnewAfterALongGap() {
        minutes(30, minute -> minute % 2 == 0 ? 100 : 100.1);
        volatility.add(30 * 60_000L + 3 * 3_600_000L, 110);

        VolatilityFigures figures = volatility.figures();
        assertThat(figures.realised()).isNull();
        assertThat(figures.jump()).isFalse();
    }

    @Test
    void shouldFillAShortGapWithFlatBars() {
        minutes(12, minute -> minute % 2 == 0 ? 100 : 100 * Math.exp(0.001));
        volatility.add(20 * 60_000L, 100 * Math.exp(0.001));

        double[] closes = new double[20];
        for (int minute = 0; minute < 20; minute++) {
            closes[minute] = minute % 2 == 0 && minute < 12 ? 100 : 100 * Math.exp(0.001);
        }
        double variance = JumpSplit.of(JumpSplit.logReturns(closes)).realised();
        assertThat(volatility.figures().realised()).isCloseTo(Math.sqrt(variance / 19 * MINUTES_A_YEAR), within(1e-9));
    }

    private interface Path {
        double at(int minute);
    }

    private void minutes(int count, Path path) {
        for (int minute = 0; minute < count; minute++) {
            volatility.add(minute * 60_000L, path.at(minute));
        }
    }
}
