/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import static io.ballast.risk.hedge.Listed.COIN_PUT;
import static io.ballast.risk.hedge.Listed.INVERSE;
import static io.ballast.risk.hedge.Listed.LINEAR;
import static io.ballast.risk.hedge.Listed.LINEAR_CALL;
import static io.ballast.risk.hedge.Listed.SPOT;
import static io.ballast.risk.hedge.Listed.fill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.risk.journal.Journal;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HedgeBookTest {

    private final Journal journal = new Journal();
    private final HedgeBook book = new HedgeBook(journal);

    @BeforeEach
    void listAll() {
        List.of(LINEAR, INVERSE, SPOT, LINEAR_CALL, COIN_PUT).forEach(book::list);
    }

    private HedgeLeg leg(Instrument instrument) {
        return book.legs().get(instrument.key());
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }

    @Test
    void shouldKeepTheAveragePriceWhenALegIsReducedAndStartAnewWhenItTurns() {
        book.apply(fill("1", 1, LINEAR, "-2", "2000", "1"));
        book.apply(fill("2", 2, LINEAR, "-2", "2100"));
        assertThat(leg(LINEAR).averagePrice()).isEqualByComparingTo("2050");
        book.apply(fill("3", 3, LINEAR, "1", "1950"));
        assertThat(leg(LINEAR).averagePrice()).isEqualByComparingTo("2050");
        assertThat(leg(LINEAR).realised()).isEqualByComparingTo("100");
        assertThat(leg(LINEAR).unrealised(number("2000"))).isEqualByComparingTo("150");
        book.apply(fill("4", 4, LINEAR, "5", "2000"));
        assertThat(leg(LINEAR).contracts()).isEqualByComparingTo("2");
        assertThat(leg(LINEAR).averagePrice()).isEqualByComparingTo("2000");
        assertThat(leg(LINEAR).realised()).isEqualByComparingTo("250");
        assertThat(leg(LINEAR).fees()).containsEntry("USDT", number("1"));
    }

    @Test
    void shouldAverageInversePricesHarmonically() {
        book.apply(fill("1", 1, INVERSE, "-100", "1000"));
        book.apply(fill("2", 2, INVERSE, "-100", "2000"));
        assertThat(leg(INVERSE).averagePrice().doubleValue()).isCloseTo(4000.0 / 3, within());
        assertThat(leg(INVERSE).unrealised(number("1600"))).isEqualByComparingTo("-0.25");
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    @Test
    void shouldCountTheCoinCollateralAsDelta() {
        book.apply(new CollateralTransfer("t", 1, "deribit", "ETH", number("30")));
        book.apply(fill("1", 2, INVERSE, "-6000", "2000"));
        assertThat(HedgeDelta.of(book)).doesNotContainKey("ETH");
        assertThat(HedgeDelta.of(book).get("USD")).isEqualByComparingTo("60000");
    }

    @Test
    void shouldHoldCoinsBoughtAtSpotAndOweWhatTheyCost() {
        book.apply(fill("1", 1, SPOT, "3", "2000", "6"));
        assertThat(HedgeDelta.of(book)).containsEntry("ETH", number("3"));
        assertThat(HedgeDelta.of(book).get("USD")).isEqualByComparingTo("-6006");
    }

    @Test
    void shouldPayFundingByTheContractsHeldAtItsTime() {
        book.apply(fill("1", 1, LINEAR, "-10", "2000"));
        book.apply(new FundingRate("f1", 10, LINEAR.key(), number("0.0001"), new FundingInterval(8), number("2000")));
        book.apply(fill("2", 20, LINEAR, "10", "2000"));
        book.apply(new FundingRate("f2", 30, LINEAR.key(), number("0.0001"), new FundingInterval(1), number("2000")));
        book.apply(new FundingPayment("f3", 31, LINEAR.key(), number("-0.5")));
        assertThat(leg(LINEAR).funding()).isEqualByComparingTo("1.5");
        assertThat(book.apply(fill("0", 5, LINEAR, "5", "2000"))).isEqualTo(HedgeArrival.LATE);
        assertThat(leg(LINEAR).funding()).isEqualByComparingTo("-0.5");
    }

    @Test
    void shouldTellWhatARateComesToInAYearByTheVenuesInterval() {
        assertThat(new FundingRate("f", 1, LINEAR.key(), number("0.0001"), new FundingInterval(8), number("1"))
                        .annualRate())
                .isCloseTo(0.1095, within());
        assertThat(new FundingInterval(4).perYear()).isEqualTo(2190);
        assertThat(new FundingInterval(1).perYear()).isEqualTo(8760);
        assertThatThrownBy(() -> new FundingInterval(7)).hasMessageContaining("7 hours does not divide a day");
    }

    @Test
    void shouldCountAnEventOnce() {
        assertThat(book.apply(fill("1", 1, LINEAR, "1.0", "2000"))).isEqualTo(HedgeArrival.IN_ORDER);
        assertThat(book.apply(fill("1", 1, LINEAR, "1.00", "2000.0"))).isEqualTo(HedgeArrival.REPEATED);
        assertThat(leg(LINEAR).contracts()).isEqualByComparingTo("1");
        book.apply(new CollateralTransfer("t", 1, "binance", "USDT", number("5")));
        book.apply(new CollateralTransfer("t", 1, "binance", "USDT", number("5")));
        assertThat(book.transfers().get(new AccountKey("binance", "USDT"))).isEqualByComparingTo("5");
    }

    @Test
    void shouldTellAVenuesIdFromAnothers() {
        book.apply(fill("1", 1, LINEAR, "1", "2000"));
        assertThat(book.apply(fill("1", 1, SPOT, "1", "2000"))).isEqualTo(HedgeArrival.IN_ORDER);
    }

    @Test
    void shouldRefuseAnotherEventUnderAnIdThatIsTaken() {
        book.apply(fill("1", 1, LINEAR, "1", "2000"));
        assertThatThrownBy(() -> book.apply(fill("1", 1, LINEAR, "2", "2000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has the id of another");
        assertThat(leg(LINEAR).contracts()).isEqualByComparingTo("1");
    }

    @Test
    void shouldDropALegThatExpiresAndFlagWhatIsDatedLater() {
        book.apply(fill("1", 1, COIN_PUT, "-2", "0.05", "0.0006"));
        book.apply(new Settlement("s", 10, COIN_PUT.key(), number("8000"), number("0.001")));
        assertThat(book.openLegs()).isEmpty();
        assertThat(leg(COIN_PUT).realised()).isEqualByComparingTo("-0.4");
        assertThat(leg(COIN_PUT).fees().get("BTC")).isEqualByComparingTo("0.0016");
        assertThat(book.apply(fill("2", 11, COIN_PUT, "1", "0.05"))).isEqualTo(HedgeArrival.AFTER_SETTLEMENT);
        assertThat(book.openLegs()).isEmpty();
        assertThat(leg(COIN_PUT).ignoredFills()).isEqualTo(1);
        assertThat(book.apply(fill("3", 9, COIN_PUT, "-1", "0.05"))).isEqualTo(HedgeArrival.LATE);
        assertThat(leg(COIN_PUT).realised()).isEqualByComparingTo("-0.6");
    }

    @Test
    void shouldPayNothingWhenAnOptionExpiresOutOfTheMoney() {
        book.apply(fill("1", 1, LINEAR_CALL, "1", "10"));
        book.apply(new Settlement("s", 10, LINEAR_CALL.key(), number("249"), number("0")));
        assertThat(leg(LINEAR_CALL).realised()).isEqualByComparingTo("-100");
    }

    @Test
    void shouldFlagAnOptionThatIsOpenAfterItsExpiry() {
        book.apply(fill("1", 1, COIN_PUT, "-2", "0.05"));
        assertThat(leg(COIN_PUT).isExpired(999_999)).isFalse();
        assertThat(leg(COIN_PUT).isExpired(1_000_000)).isTrue();
        book.apply(new Settlement("s", 1_000_000, COIN_PUT.key(), number("12000"), number("0")));
        assertThat(leg(COIN_PUT).isExpired(1_000_001)).isFalse();
    }

    @Test
    void shouldKeepVenuesApart() {
        book.apply(fill("1", 1, LINEAR, "-2", "2000"));
        book.apply(fill("2", 2, SPOT, "3", "2000"));
        assertThat(HedgeDelta.byVenue(book).get(new AccountKey("binance", "ETH")))
                .isEqualByComparingTo("-2");
        assertThat(HedgeDelta.byVenue(book).get(new AccountKey("coinbase", "ETH")))
                .isEqualByComparingTo("3");
        assertThat(HedgeDelta.of(book).get("ETH")).isEqualByComparingTo("1");
    }

    @Test
    void shouldBeAsBeforeAnEventThatIsTakenBack() {
        book.apply(fill("1", 1, LINEAR, "1", "2000"));
        HedgeLeg before = leg(LINEAR);
        journal.cut();
        book.apply(fill("2", 0, LINEAR, "-3", "2100"));
        book.apply(new CollateralTransfer("t", 1, "binance", "USDT", number("5")));
        book.closeUntil(1);
        Journal.undo(journal.cut());
        assertThat(leg(LINEAR)).isEqualTo(before);
        assertThat(book.transfers()).isEmpty();
        assertThat(book.apply(fill("2", 0, LINEAR, "-3", "2100"))).isEqualTo(HedgeArrival.LATE);
    }

    @Test
    void shouldForgetARetractedFill() {
        book.apply(fill("1", 1, LINEAR, "1", "2000"));
        HedgeLeg before = leg(LINEAR);
        book.apply(fill("2", 0, LINEAR, "-3", "2100"));
        book.retract(new EventKey("binance", "2"));
        assertThat(leg(LINEAR)).isEqualTo(before);
        book.retract(new EventKey("binance", "1"));
        assertThat(book.legs()).isEmpty();
        assertThatThrownBy(() -> book.retract(new EventKey("binance", "1")))
                .hasMessageContaining("no hedge event binance:1");
    }

    @Test
    void shouldKeepItsFiguresWhenItIsClosedAndTakeNothingOlder() {
        book.apply(fill("1", 1, LINEAR, "2", "2000"));
        book.apply(fill("2", 2, LINEAR, "-1", "2100"));
        book.apply(fill("3", 3, LINEAR, "1", "2200"));
        HedgeLeg before = leg(LINEAR);
        book.closeUntil(2);
        assertThat(leg(LINEAR)).isEqualTo(before);
        assertThat(book.apply(fill("1", 1, LINEAR, "2", "2000"))).isEqualTo(HedgeArrival.CLOSED);
        assertThat(book.apply(fill("4", 3, LINEAR, "1", "2200"))).isEqualTo(HedgeArrival.IN_ORDER);
        book.retract(new EventKey("binance", "3"));
        assertThat(leg(LINEAR).contracts()).isEqualByComparingTo("2");
        assertThat(leg(LINEAR).averagePrice()).isEqualByComparingTo("2100");
    }

    @Test
    void shouldTakeNewMarginTermsButNoOtherContract() {
        book.apply(fill("1", 1, LINEAR, "2", "2000"));
        InstrumentTerms terms = LINEAR.terms();
        book.list(new LinearPerpetual(new InstrumentTerms(
                terms.key(), "ETH", "USDT", "USDT", terms.multiplier(), number("0.1"), number("1"), null)));
        assertThat(leg(LINEAR).instrument().terms().margin()).isNull();
        assertThatThrownBy(() -> book.list(new LinearPerpetual(new InstrumentTerms(
                        terms.key(), "ETH", "USDT", "USDT", number("10"), number("0.1"), number("1"), null))))
                .hasMessageContaining("cannot become");
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        InstrumentKey unknown = new InstrumentKey("okx", "ETH-SWAP");
        Fill stranger = new Fill("1", 1, unknown, number("1"), number("1"), number("0"), "USDT");
        assertThatThrownBy(() -> book.apply(stranger)).hasMessageContaining("okx:ETH-SWAP that is not known");
        assertThatThrownBy(() -> fill("1", 1, LINEAR, "0", "2000")).hasMessageContaining("must not be zero");
        assertThatThrownBy(() -> book.apply(fill("1", 1, LINEAR, "1", "0")))
                .hasMessageContaining("price of binance:ETHUSDT 0 must be positive");
        assertThatThrownBy(() -> book.apply(new FundingPayment("f", 1, COIN_PUT.key(), number("1"))))
                .hasMessageContaining("no perpetual");
        assertThatThrownBy(() -> book.apply(new Settlement("s", 1, SPOT.key(), number("1"), number("0"))))
                .hasMessageContaining("never settled");
        assertThatThrownBy(() -> new OptionTerms(OptionRight.CALL, number("0"), 1))
                .hasMessageContaining("strike 0 must be positive");
        assertThatThrownBy(() -> new InversePerpetual(LINEAR.terms()))
                .hasMessageContaining("settlement asset USDT of binance:ETHUSDT must be ETH");
        assertThat(book.legs()).isEmpty();
    }
}
