/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.exchange.market.Funding;
import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.exchange.market.OptionBook;
import io.ballast.producers.exchange.market.OptionMarks;
import io.ballast.producers.exchange.market.OptionTerms;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.OptionSettlement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BybitAdapterTest {

    private static final Instant TIME = Instant.ofEpochMilli(1769860799050L);
    private static final Instant NEXT_FUNDING = Instant.ofEpochMilli(1769875200000L);
    private static final String OPTION = "ETH-27MAR26-3000-C-USDT";

    private final Listening spot = new Listening(Venue.BYBIT_SPOT.adapter(VenuePlan.of(List.of("ETH-USDT"))));
    private final Listening linear = new Listening(Venue.BYBIT_LINEAR.adapter(VenuePlan.of(List.of("ETHUSDT"))));
    private final Listening option = new Listening(Venue.BYBIT_OPTION.adapter(VenuePlan.of(List.of(OPTION))));

    private static String ticker(String symbol, String type, String data) {
        return "{'topic':'tickers." + symbol + "','type':'" + type + "','cs':24987956059,'ts':1769860799050,'data':{"
                + "'symbol':'" + symbol + "'," + data + "}}";
    }

    private static String snapshot() {
        return ticker(
                "ETHUSDT",
                "snapshot",
                "'tickDirection':'PlusTick','lastPrice':'3285.2','markPrice':'3285.15','indexPrice':'3284.9',"
                        + "'bid1Price':'3285.1','bid1Size':'2','ask1Price':'3285.2','ask1Size':'3',"
                        + "'fundingRate':'0.0001','nextFundingTime':'1769875200000','fundingIntervalHour':'4'");
    }

    private static Observed.Mark mark(String price, String index, String rate) {
        Funding funding = new Funding(new BigDecimal(rate), Optional.of(4), Optional.of(NEXT_FUNDING));
        return new Observed.Mark(
                "bybit:ETHUSDT", new BigDecimal(price), Optional.of(new BigDecimal(index)), Optional.of(funding), TIME);
    }

    @Test
    void asksForTenTopicsAtATime() {
        List<String> names =
                IntStream.range(0, 11).mapToObj(i -> "C" + i + "-USDT").toList();

        List<String> requests = new Listening(Venue.BYBIT_SPOT.adapter(VenuePlan.of(names))).opening();

        assertThat(requests).hasSize(3);
        assertThat(requests.get(0)).startsWith("{'op':'subscribe','args':['orderbook.1.C0USDT','publicTrade.C0USDT',");
        assertThat(requests.get(2))
                .isEqualTo("{'op':'subscribe','args':['orderbook.1.C10USDT','publicTrade.C10USDT']}");
    }

    @Test
    void theFirstLevelOfTheSpotBookIsAQuote() throws MalformedMessageException {
        String book = "{'topic':'orderbook.1.ETHUSDT','type':'snapshot','ts':1769860799050,'data':{'s':'ETHUSDT',"
                + "'b':[['3285.1','0.5']],'a':[['3285.2','1.5']],'u':1854,'seq':79},'cts':1769860799049}";

        assertThat(spot.observed(book))
                .containsExactly(
                        new Observed.Quote("bybit:ETH-USDT", new BigDecimal("3285.1"), new BigDecimal("3285.2"), TIME));
        assertThat(spot.hear(book.replace("[['3285.1','0.5']]", "[]")))
                .containsExactly(new Heard.Aside("orderbook of one side"));
    }

    @Test
    void tradesComeSeveralAtATime() throws MalformedMessageException {
        assertThat(
                        spot.observed(
                                "{'topic':'publicTrade.ETHUSDT','type':'snapshot','ts':1769860799051,'data':[{"
                                        + "'T':1769860799050,'s':'ETHUSDT','S':'Buy','v':'0.001','p':'3285.55','i':'20f4','BT':false}]}"))
                .containsExactly(new Observed.Trade("bybit:ETH-USDT", new BigDecimal("3285.55"), TIME));
    }

    @Test
    void aSnapshotIsAQuoteAndAMark() throws MalformedMessageException {
        assertThat(linear.observed(snapshot()))
                .containsExactly(
                        new Observed.Quote("bybit:ETHUSDT", new BigDecimal("3285.1"), new BigDecimal("3285.2"), TIME),
                        mark("3285.15", "3284.9", "0.0001"));
    }

    @Test
    void aChangeLeavesTheRestAsItWas() throws MalformedMessageException {
        linear.hear(snapshot());

        assertThat(linear.observed(ticker("ETHUSDT", "delta", "'fundingRate':'-0.0002','openInterest':'7'")))
                .containsExactly(mark("3285.15", "3284.9", "-0.0002"));
        assertThat(linear.observed(ticker("ETHUSDT", "delta", "'ask1Price':'3285.4'")))
                .containsExactly(
                        new Observed.Quote("bybit:ETHUSDT", new BigDecimal("3285.1"), new BigDecimal("3285.4"), TIME));
        assertThat(linear.hear(ticker("ETHUSDT", "delta", "'openInterest':'8'")))
                .containsExactly(new Heard.Aside("ticker without a price"));
    }

    @Test
    void aChangeOfWhatWeDoNotKnowMeansToStartOver() throws MalformedMessageException {
        linear.hear(snapshot());
        linear.opening();

        assertThat(linear.hear(ticker("ETHUSDT", "delta", "'ask1Price':'3285.4'")))
                .singleElement()
                .isInstanceOf(Heard.StartOver.class);
    }

    @Test
    void volatilitiesOfOptionsAreFractions() throws MalformedMessageException {
        String quote = ticker(
                OPTION,
                "snapshot",
                "'bidPrice':'310.5','bidSize':'12','bidIv':'0.5831','askPrice':'0','askSize':'0','askIv':'0',"
                        + "'lastPrice':'300','markPrice':'312.3','indexPrice':'3284.9','markPriceIv':'0.59',"
                        + "'underlyingPrice':'3301.2','delta':'0.6','gamma':'0.0005','vega':'3','theta':'-2'");

        assertThat(option.observed(quote))
                .containsExactly(new Observed.Option(
                        "bybit:" + OPTION,
                        new OptionTerms(
                                "bybit",
                                "ETH",
                                Instant.parse("2026-03-27T08:00:00Z"),
                                new BigDecimal("3000"),
                                CallOrPut.CALL,
                                OptionSettlement.LINEAR),
                        new OptionBook(
                                Optional.of(new BigDecimal("310.5")),
                                Optional.of(new BigDecimal("12")),
                                Optional.of(new BigDecimal("0.5831")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new OptionMarks(
                                Optional.of(new BigDecimal("312.3")),
                                Optional.of(new BigDecimal("0.59")),
                                Optional.of(new BigDecimal("3301.2")),
                                Optional.of(new BigDecimal("3284.9"))),
                        TIME));
    }

    @Test
    void answersAndRefusalsAreToldApart() throws MalformedMessageException {
        assertThat(spot.hear("{'success':true,'ret_msg':'','op':'subscribe','conn_id':'x'}"))
                .containsExactly(new Heard.Aside("subscribe"));
        assertThat(spot.hear("{'success':true,'ret_msg':'pong','conn_id':'x','op':'ping'}"))
                .containsExactly(new Heard.Aside("ping"));
        assertThat(spot.hear("{'success':false,'ret_msg':'error:handler not found,topic:x','op':'subscribe'}"))
                .containsExactly(new Heard.Complaint("error:handler not found,topic:x"));
        assertThat(spot.hear("{'topic':'kline.1.ETHUSDT','data':[]}")).containsExactly(new Heard.Unknown("kline.1"));
        assertThat(spot.hear("{'hello':1}")).singleElement().isInstanceOf(Heard.Unknown.class);
    }
}
