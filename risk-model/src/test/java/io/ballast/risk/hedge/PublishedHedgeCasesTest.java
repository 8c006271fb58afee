/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.testdata.PublishedCase;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Cases of exchanges' own pages, and one of 50 digits. */
class PublishedHedgeCasesTest {

    @TestFactory
    Stream<DynamicTest> published() {
        Map<String, Function<PublishedCase, Map<String, ?>>> solvers = new HashMap<>();
        solvers.put("inverse_perp_pnl", PublishedHedgeCasesTest::inverseResult);
        solvers.put("inverse_perp_delta", PublishedHedgeCasesTest::inverseDelta);
        solvers.put("funding_linear", PublishedHedgeCasesTest::funding);
        solvers.put("inverse_option_payoff", PublishedHedgeCasesTest::coinPayoff);
        solvers.put("linear_option_payoff", PublishedHedgeCasesTest::linearPayoff);
        return PublishedCase.tests(solvers);
    }

    private static Map<String, ?> inverseResult(PublishedCase c) {
        HedgeBook book = bookOf(inverse("1"));
        book.apply(Listed.fill("1", 1, inverse("1"), text(c, "notionalUSD"), text(c, "entry")));
        return Map.of("pnlCoin", leg(book).unrealised(number(c, "exit")));
    }

    private static Map<String, ?> inverseDelta(PublishedCase c) {
        InversePerpetual instrument = inverse(text(c, "faceUSD"));
        HedgeBook book = bookOf(instrument);
        book.apply(new CollateralTransfer("in", 1, "deribit", "ETH", number(c, "coinEquityAtEntry")));
        book.apply(Listed.fill("1", 2, instrument, text(c, "contracts"), text(c, "entry")));
        BigDecimal price = number(c, "P");
        BigDecimal equity = number(c, "coinEquityAtEntry").add(leg(book).unrealised(price));
        HedgeBook remarked = bookOf(instrument);
        remarked.apply(new CollateralTransfer("in", 1, "deribit", "ETH", equity));
        remarked.apply(Listed.fill("1", 2, instrument, text(c, "contracts"), text(c, "P")));
        return Map.of(
                "usdDelta", HedgeDelta.of(book).get("ETH"),
                "coinEquity", equity,
                "usdDeltaFromRemark", HedgeDelta.of(remarked).get("ETH"));
    }

    /** The rate is a twenty-fourth of the premium for each hour. */
    private static Map<String, ?> funding(PublishedCase c) {
        LinearPerpetual instrument =
                new LinearPerpetual(Listed.terms("kraken", "PF_XBTUSD", "BTC", "USD", "USD", "1", "1", "1", null));
        HedgeBook book = bookOf(instrument);
        book.apply(Listed.fill("1", 1, instrument, text(c, "positionBTC"), text(c, "perp")));
        BigDecimal index = number(c, "index");
        BigDecimal rate = number(c, "perp")
                .subtract(index)
                .divide(index, Amounts.DIGITS)
                .divide(new BigDecimal(24), Amounts.DIGITS);
        book.apply(new FundingRate("f", 2, instrument.key(), rate, new FundingInterval(c.small("hours")), index));
        return Map.of("fundingReceived", leg(book).funding());
    }

    private static Map<String, ?> coinPayoff(PublishedCase c) {
        OptionRight right = OptionRight.valueOf(text(c, "type").toUpperCase(java.util.Locale.ROOT));
        CoinSettledOption option =
                new CoinSettledOption(Listed.COIN_PUT.terms(), new OptionTerms(right, number(c, "K"), 1));
        HedgeBook book = bookOf(option);
        book.apply(Listed.fill("1", 1, option, "1", "0"));
        book.apply(new Settlement("s", 2, option.key(), number(c, "delivery"), BigDecimal.ZERO));
        assertThat(book.openLegs()).isEmpty();
        return Map.of("payoffCoin", leg(book).realised());
    }

    private static Map<String, ?> linearPayoff(PublishedCase c) {
        LinearOption option = Listed.LINEAR_CALL;
        HedgeBook book = bookOf(option);
        book.apply(Listed.fill("1", 1, option, "1", text(c, "premium")));
        book.apply(new Settlement("s", 2, option.key(), number(c, "delivery"), BigDecimal.ZERO));
        BigDecimal payoff = option.worth(BigDecimal.ONE, option.settlementPrice(number(c, "delivery")));
        return Map.of(
                "payoff", payoff.toPlainString(), "profit", leg(book).realised().toPlainString());
    }

    private static InversePerpetual inverse(String face) {
        return new InversePerpetual(
                Listed.terms("deribit", "ETH-PERPETUAL", "ETH", "USD", "ETH", face, "1", "1", null));
    }

    private static HedgeBook bookOf(Instrument instrument) {
        HedgeBook book = new HedgeBook(new Journal());
        book.list(instrument);
        return book;
    }

    private static HedgeLeg leg(HedgeBook book) {
        return book.legs().get(book.legs().firstKey());
    }

    private static BigDecimal number(PublishedCase c, String input) {
        return new BigDecimal(text(c, input));
    }

    private static String text(PublishedCase c, String input) {
        return c.inputs().get(input).asText();
    }
}
