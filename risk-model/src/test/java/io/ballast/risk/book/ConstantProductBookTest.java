/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.ballast.risk.band.Segment;
import io.ballast.risk.loss.ConstantProductLoss;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pair of 18-decimal tokens: figures by hand from x * y = k. */
class ConstantProductBookTest {

    private static final String ZERO = "0x0000000000000000000000000000000000000000";
    private static final String PAIR = "0xpair";

    private final PoolBook book = PoolBook.open(new ConstantProductTerms(PAIR, 3000, 18, 18, false));

    @Test
    void shouldMeasureAShareAsTheClosedFormDoes() {
        firstDeposit("0xalice", 100, 400);
        book.apply(new BookEvent.Sync(units(50), units(800)));

        PositionFigures figures = book.figures("0xalice");

        assertThat(figures.measures().price()).isEqualTo(16);
        assertThat(figures.measures().value()).isCloseTo(1600, offset(1e-10));
        assertThat(figures.measures().hodlValue()).isCloseTo(2000, offset(1e-10));
        assertThat(figures.measures().il()).isCloseTo(ConstantProductLoss.absolute(200, 2, 4), offset(1e-10));
        assertThat(figures.measures().ilFraction()).isCloseTo(-0.2, offset(1e-12));
        assertThat(figures.measures().feesValue()).isCloseTo(0, offset(1e-10));
        assertThat(figures.measures().delta0()).isCloseTo(50, offset(1e-10));
        assertThat(figures.measures().gamma()).isCloseTo(-200.0 / (2 * 64), offset(1e-10));
    }

    @Test
    void shouldTellGrowthByFeesFromLossByPrice() {
        firstDeposit("0xalice", 100, 400);
        book.apply(new BookEvent.Sync(units(55), units(880)));

        PositionMeasures measures = book.figures("0xalice").measures();

        assertThat(measures.il()).isCloseTo(-400, offset(1e-9));
        assertThat(measures.fees0()).isCloseTo(5, offset(1e-9));
        assertThat(measures.fees1()).isCloseTo(80, offset(1e-9));
        assertThat(measures.value() - measures.hodlValue())
                .isCloseTo(measures.il() + measures.feesValue(), offset(1e-9));
    }

    @Test
    void shouldFixLossAndFeesOfWhatIsWithdrawn() {
        firstDeposit("0xalice", 100, 400);
        book.apply(new BookEvent.Sync(units(55), units(880)));
        BigInteger half = units(100).subtract(BigInteger.valueOf(500));
        book.apply(new BookEvent.LpTransfer("0xalice", PAIR, half));
        book.apply(new BookEvent.LpTransfer(PAIR, ZERO, half));
        BigInteger out0 = half.multiply(units(55)).divide(units(200));
        BigInteger out1 = half.multiply(units(880)).divide(units(200));
        book.apply(new BookEvent.Sync(units(55).subtract(out0), units(880).subtract(out1)));
        book.apply(new BookEvent.LpBurn(out0, out1));

        PositionMeasures measures = book.figures("0xalice").measures();

        assertThat(measures.realisedIl()).isCloseTo(-200, offset(1e-9));
        assertThat(measures.il()).isCloseTo(-200, offset(1e-9));
        assertThat(measures.hodl0()).isCloseTo(50, offset(1e-9));
        assertThat(measures.hodl1()).isCloseTo(200, offset(1e-9));
        assertThat(measures.feesCollected0()).isCloseTo(2.5, offset(1e-9));
        assertThat(measures.fees0()).isCloseTo(5, offset(1e-9));
    }

    @Test
    void shouldMoveThePartOfTheBasisWithTheTokens() {
        firstDeposit("0xalice", 100, 400);
        BigInteger quarter = units(50);
        book.apply(new BookEvent.LpTransfer("0xalice", "0xbob", quarter));
        book.apply(new BookEvent.Sync(units(50), units(800)));

        assertThat(book.figures("0xbob").measures().hodlValue()).isCloseTo(500, offset(1e-9));
        assertThat(book.figures("0xbob").measures().ilFraction()).isCloseTo(-0.2, offset(1e-12));
        assertThat(book.figures("0xalice").measures().hodlValue()).isCloseTo(1500, offset(1e-9));
    }

    @Test
    void shouldLeaveAPositionAsItIsWhenItsHolderPaysItself() {
        firstDeposit("0xalice", 100, 400);
        PositionFigures before = book.figures("0xalice");

        book.apply(new BookEvent.LpTransfer("0xalice", "0xalice", units(50)));

        assertThat(book.figures("0xalice")).isEqualTo(before);
    }

    @Test
    void shouldPublishNothingBetweenASyncAndTheMintThatExplainsIt() {
        firstDeposit("0xalice", 100, 400);
        book.apply(new BookEvent.LpTransfer(ZERO, "0xbob", units(200)));

        assertThat(book.apply(new BookEvent.Sync(units(200), units(800)))).isEqualTo(Touched.NONE);
        assertThat(book.apply(new BookEvent.LpMint(units(100), units(400))).all())
                .isTrue();
        assertThat(book.figures("0xbob").measures().hodlValue()).isCloseTo(800, offset(1e-9));
    }

    @Test
    void shouldRefuseAMintThatNoTokensCameBefore() {
        firstDeposit("0xalice", 100, 400);

        assertThatThrownBy(() -> book.apply(new BookEvent.LpMint(units(1), units(4))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without LP tokens minted just before");
    }

    @Test
    void shouldGivePublicationACurveThatAgreesWithItsFigures() {
        firstDeposit("0xalice", 100, 400);
        book.apply(new BookEvent.Sync(units(55), units(880)));
        book.apply(new BookEvent.LpTransfer("0xalice", "0xbob", units(50)));

        assertThat(book.sqrtPrice()).isEqualTo(4);
        for (String holder : List.of("0xalice", "0xbob")) {
            AgreesWithFigures.check((Segment) book.priceCurve(holder), 4, book.figures(holder));
        }
    }

    @Test
    void shouldCountTheFeesThatOneLpTokenGets() {
        firstDeposit("0xalice", 100, 400);
        FeeClock clock = book.feeClock();
        book.apply(new BookEvent.Sync(units(50), units(800)));
        assertThat(clock.read()).isZero();

        book.apply(new BookEvent.Sync(units(55), units(880)));

        double earning = ((Segment) book.priceCurve("0xalice")).earning();
        assertThat(earning * clock.read())
                .isCloseTo(book.figures("0xalice").measures().feesValue(), offset(1e-9));
    }

    @Test
    void shouldNotTakeADepositForFees() {
        firstDeposit("0xalice", 100, 400);
        FeeClock clock = book.feeClock();

        book.apply(new BookEvent.LpTransfer(ZERO, "0xbob", units(200)));
        clock.read();
        book.apply(new BookEvent.Sync(units(200), units(800)));
        clock.read();
        book.apply(new BookEvent.LpMint(units(100), units(400)));

        assertThat(clock.read()).isZero();
    }

    @Test
    void shouldHaveNoCurveBeforeThereIsAPrice() {
        book.apply(new BookEvent.LpTransfer(ZERO, ZERO, BigInteger.valueOf(1000)));
        book.apply(new BookEvent.LpTransfer(ZERO, "0xalice", units(200)));
        book.apply(new BookEvent.Sync(units(100), units(400)));
        book.apply(new BookEvent.LpMint(units(100), units(400)));
        book.apply(new BookEvent.Sync(BigInteger.ZERO, BigInteger.ZERO));

        assertThat(book.priceCurve("0xalice")).isNull();
        assertThat(book.sqrtPrice()).isNaN();
    }

    private void firstDeposit(String holder, long amount0, long amount1) {
        BigInteger rootK = units(amount0).multiply(units(amount1)).sqrt();
        book.apply(new BookEvent.LpTransfer(ZERO, ZERO, BigInteger.valueOf(1000)));
        book.apply(new BookEvent.LpTransfer(ZERO, holder, rootK.subtract(BigInteger.valueOf(1000))));
        book.apply(new BookEvent.Sync(units(amount0), units(amount1)));
        book.apply(new BookEvent.LpMint(units(amount0), units(amount1)));
    }

    private static BigInteger units(long whole) {
        return BigInteger.valueOf(whole).multiply(BigInteger.TEN.pow(18));
    }
}
