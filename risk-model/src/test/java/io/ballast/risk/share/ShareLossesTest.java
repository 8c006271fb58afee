/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import static io.ballast.risk.share.SamplePools.ALICE;
import static io.ballast.risk.share.SamplePools.BOB;
import static io.ballast.risk.share.SamplePools.NOW;
import static io.ballast.risk.share.SamplePools.burn;
import static io.ballast.risk.share.SamplePools.exit;
import static io.ballast.risk.share.SamplePools.join;
import static io.ballast.risk.share.SamplePools.mint;
import static io.ballast.risk.share.SamplePools.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.LossFigures;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PositionMeasures;
import io.ballast.risk.book.WindowFigures;
import io.ballast.risk.curve.stable.AmplificationChange;
import io.ballast.risk.curve.weighted.WeightChange;
import io.ballast.risk.curve.weighted.WeightRamp;
import io.ballast.risk.rebalancing.Marks;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

/** Losses step by step of holders of a weighted and of a stable pool, by hand from the definitions. */
class ShareLossesTest {

    private static final long MINUTE = 60_000;

    private final PoolBook even = SamplePools.weighted("500000000000000000", "500000000000000000");
    private long nowMs = 1000 * NOW;

    /** The example of docs/concepts/lvr.md: L = 1,000, from 2,000 to 2,200, the market at 2,210. */
    @Test
    void shouldLoseInAnEvenPoolWhatAConstantProductLoses() {
        begin(even, 1000 / Math.sqrt(2000), 1000 * Math.sqrt(2000));
        apply(
                even,
                SamplePools.balances(1000 / Math.sqrt(2200), 1000 * Math.sqrt(2200)),
                Marks.at(nowMs).withUsdPerToken1(2).withMarketPrice(2210, 18, 18));

        LossFigures alice = losses(even, ALICE);

        assertThat(alice.lvr()).isCloseTo(106.54, offset(0.005));
        assertThat(alice.lvrUsd()).isEqualTo(2 * alice.lvr());
        assertThat(alice.markout()).isCloseTo(116.95, offset(0.005));
        assertThat(alice.markoutUsd()).isCloseTo(2 * alice.markout(), offset(1e-12));
        assertThat(alice.windows()).allSatisfy(window -> {
            assertThat(window.lvr()).isEqualTo(alice.lvr());
            assertThat(window.il()).isCloseTo(-alice.lvr(), offset(1e-12));
            assertThat(window.complete()).isFalse();
        });
    }

    @Test
    void shouldTellWhatOfAStepHadNoPrice() {
        begin(even, 100, 400);
        apply(even, SamplePools.balances(50, 800), Marks.at(nowMs));

        LossFigures alice = losses(even, ALICE);

        assertThat(alice.lvr()).isCloseTo(400, offset(1e-9));
        assertThat(alice.lvrUsd()).isNull();
        assertThat(alice.markout()).isNull();
    }

    /** 80/20 after: the price of 4 becomes 16 without a trade; the trade to 1 from there is a loss on the new curve. */
    @Test
    void shouldNotTakeAChangeOfWeightsForALossButTheTradeAfterIt() {
        begin(even, 100, 400);
        apply(even, new WeightChange(new WeightRamp(e18(0.8), e18(0.8), NOW, NOW), NOW));
        assertThat(losses(even, ALICE).lvr()).isZero();
        assertThat(losses(even, ALICE).windows().get(0).il()).isCloseTo(0, offset(1e-30));

        // B_0 = 100 * 16^(1/5), B_1 = 400 * 16^(-4/5): on x^0.8 y^0.2, price 4 y / x = 1.
        double balance0 = 100 * Math.pow(16, 0.2);
        double balance1 = 400 * Math.pow(16, -0.8);
        apply(even, SamplePools.balances(balance0, balance1));

        double loss = 100 + 400 - balance0 - balance1;
        assertThat(losses(even, ALICE).lvr()).isCloseTo(loss, offset(1e-9));
        assertThat(losses(even, ALICE).windows().get(0).il()).isCloseTo(-loss, offset(1e-9));
    }

    /** Back to the price of before on another curve: less was given up on the way out than comes back, a loss that is none. */
    @Test
    void shouldLetALossOverAWindowBeAGainWhereWeightsMove() {
        begin(even, 100, 400);
        apply(even, SamplePools.balances(50, 800));
        apply(even, new WeightChange(new WeightRamp(e18(0.2), e18(0.2), NOW, NOW), NOW));

        // 16 became (800 / 0.8) / (50 / 0.2) = 4: 50 and 800 are worth 1,000, the 100 and 400 of before 800.
        assertThat(losses(even, ALICE).windows().get(0).il()).isCloseTo(200, offset(1e-9));
        assertThat(losses(even, ALICE).lvr()).isCloseTo(400, offset(1e-9));
    }

    /** sqrt(121 * 400) is 220, a tenth more. Alice's part of the pool went from 100 and 400 to 110 and 363.64 for it. */
    @Test
    void shouldTakeALopsidedDepositForATradeOfThoseWhoWereThere() {
        begin(even, 100, 400);
        mint(even, BOB, 100);
        apply(even, join(units(21), BigInteger.ZERO, units(1100)));

        double price = 400.0 / 121;
        assertThat(losses(even, ALICE).lvr()).isCloseTo(100 * price + 400 - 110 * price - 4000 / 11.0, offset(1e-9));
        assertThat(losses(even, BOB).lvr()).isZero();
        PositionMeasures bob = even.figures(BOB, nowMs).measures();
        assertThat(bob.losses().windows().get(0).il())
                .isCloseTo(bob.il(), offset(1e-9))
                .isPositive();
    }

    @Test
    void shouldTakeALopsidedWithdrawalForATradeOfThoseWhoStay() {
        begin(even, 100, 400);
        apply(even, new BookEvent.LpTransfer(ALICE, BOB, units(100)));
        burn(even, BOB, 100);
        // 81 * 400 has the root 180, a tenth less.
        apply(even, exit(19, 0));

        double price = 400.0 / 81;
        assertThat(losses(even, ALICE).lvr()).isCloseTo(90 * price + 360 - 81 * price - 400, offset(1e-9));
        assertThat(losses(even, BOB).lvr()).isZero();
        // At the price of 4 before it 19 token0 are worth 76; 10 and 40 had come with the LP tokens.
        assertThat(losses(even, BOB).windows().get(0).il()).isCloseTo(76 - 80, offset(1e-9));
    }

    @Test
    void shouldMeasureAWindowFromWhatWasHeldAtItsStart() {
        begin(even, 100, 400);
        apply(even, SamplePools.balances(50, 800));
        nowMs += 6 * MINUTE;
        apply(even, SamplePools.balances(100, 400));

        LossFigures alice = losses(even, ALICE);
        WindowFigures fiveMinutes = alice.windows().get(0);

        assertThat(fiveMinutes.complete()).isTrue();
        assertThat(fiveMinutes.il()).isCloseTo(800 - 50 * 4 - 800, offset(1e-9));
        assertThat(fiveMinutes.lvr()).isCloseTo(200, offset(1e-9));
        assertThat(alice.windows().get(1).il()).isCloseTo(0, offset(1e-9));
        assertThat(alice.windows().get(1).lvr()).isCloseTo(600, offset(1e-9));
    }

    @Test
    void shouldBeginWithTheFirstPriceOfAPoolSeenInMidLife() {
        apply(even, SamplePools.exchange(1, -4));
        mint(even, BOB, 10);
        apply(even, join(units(1), units(4), units(1010)));
        nowMs += MINUTE;
        apply(even, SamplePools.balances(101, 404));
        assertThat(losses(even, BOB).lvr()).isZero();
        assertThat(losses(even, BOB).windows())
                .isNotEmpty()
                .allMatch(window -> !window.complete() && window.sinceMs() == nowMs);

        apply(even, SamplePools.balances(50.5, 808));
        assertThat(losses(even, BOB).lvr()).isCloseTo((101 * 16 + 404 - 1616) / 101.0, offset(1e-9));
    }

    /** A token with callbacks can do that: half is burnt, half is given away, then the half that was burnt is paid. */
    @Test
    void shouldSettleWhatWasBurntWhateverHappensBeforeItIsPaid() {
        begin(even, 100, 400);
        burn(even, ALICE, 500);
        apply(even, new BookEvent.LpTransfer(ALICE, BOB, units(500)));
        apply(even, exit(50, 200));
        apply(even, SamplePools.balances(25, 400));

        assertThat(losses(even, ALICE).lvr()).isZero();
        assertThat(losses(even, ALICE).windows().get(0).il()).isCloseTo(0, offset(1e-9));
        assertThat(losses(even, BOB).lvr()).isCloseTo(200, offset(1e-9));
        assertThat(losses(even, BOB).windows().get(0).il()).isCloseTo(-200, offset(1e-9));
    }

    @Test
    void shouldStartAnewAfterEverythingWasTakenOut() {
        begin(even, 100, 400);
        burn(even, ALICE, 1000);
        apply(even, exit(100, 400));
        mint(even, BOB, 10);
        apply(even, join(units(10), units(10), units(10)));
        assertThat(losses(even, BOB).lvr()).isZero();
        assertThat(losses(even, BOB).windows().get(0).il()).isCloseTo(0, offset(1e-9));

        apply(even, SamplePools.balances(5, 20));
        assertThat(losses(even, BOB).lvr()).isCloseTo(10 * 4 + 10 - 40, offset(1e-9));
        assertThat(losses(even, BOB).windows().get(0).il()).isCloseTo(-10, offset(1e-9));
        assertThat(losses(even, ALICE).lvr()).isZero();
    }

    /** A relative move of 10^-6 costs a part of w (1 - w) / 2 * 10^-12, and the next order. */
    @Test
    void shouldHaveNineDigitsOfAMoveOfAMillionth() {
        BigInteger thousand = units(1000);
        PoolBook weighted = SamplePools.weighted("800000000000000000", "200000000000000000");
        begin(weighted, 1000, 1000);
        BigInteger after0 = thousand.add(BigInteger.TEN.pow(12));
        apply(weighted, new ShareEvent.Balances(after0, thousand, NOW));

        // W (1 + w f - (1 + f)^w) of w = 0.8 as far as f^3; W = y / 0.2.
        BigDecimal ratio = new BigDecimal(thousand).divide(new BigDecimal(after0), new MathContext(60));
        BigDecimal move = ratio.subtract(BigDecimal.ONE);
        BigDecimal series = move.pow(2)
                .multiply(new BigDecimal("0.08"))
                .subtract(move.pow(3).multiply(new BigDecimal("0.032")));
        double expected = series.multiply(BigDecimal.valueOf(5000)).doubleValue();

        assertThat(losses(weighted, ALICE).lvr()).isCloseTo(expected, offset(1e-10 * expected));
        assertThat(losses(weighted, ALICE).windows().get(0).il())
                .isEqualTo(-losses(weighted, ALICE).lvr());
    }

    @Test
    void shouldNotTakeARampForALossInAStablePoolAndKeepTheDigitsOfASmallMove() {
        PoolBook curve = SamplePools.stable(200);
        begin(curve, 1000, 1000);
        apply(curve, new AmplificationChange(200, 100, NOW, NOW, NOW));
        assertThat(losses(curve, ALICE).lvr()).isZero();
        BigInteger after0 = units(1000).add(BigInteger.TEN.pow(15));
        apply(curve, new ShareEvent.Balances(after0, units(1000), NOW));

        // From the peg, by half the move as the other half is depth: -gamma dP^2 / 2, dP = dx / gamma.
        double gamma = -2000 * (200 + 2) / 8.0;
        double sold0 = -0.0005;
        double expected = -sold0 * sold0 / gamma / 2;
        assertThat(losses(curve, ALICE).lvr()).isCloseTo(expected, offset(1e-5 * expected));
        assertThat(losses(curve, ALICE).windows().get(0).il())
                .isCloseTo(-losses(curve, ALICE).lvr(), offset(1e-15 * expected));
    }

    private void begin(PoolBook book, double amount0, double amount1) {
        mint(book, ALICE, 1000);
        apply(book, join(units(amount0), units(amount1), units(1000)));
    }

    private void apply(PoolBook book, BookEvent event) {
        apply(book, event, Marks.at(nowMs).withUsdPerToken1(1));
    }

    private static void apply(PoolBook book, BookEvent event, Marks marks) {
        book.apply(event, marks);
    }

    private LossFigures losses(PoolBook book, String holder) {
        return book.figures(holder, nowMs).measures().losses();
    }

    private static long e18(double weight) {
        return Math.round(weight * 1e3) * 1_000_000_000_000_000L;
    }
}
