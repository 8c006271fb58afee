/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.exchange.market.Funding;
import io.ballast.producers.exchange.market.Observed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BinanceAdapterTest {

    private static final String SPOT = "binance:ETH-USDT";
    private static final String PERPETUAL = "binance:ETHUSDT";
    private static final String TRADE =
            "{'stream':'ethusdt@aggTrade','data':{'e':'aggTrade','E':1769860799100,'s':'ETHUSDT','a':26129,"
                    + "'p':'3285.01633507','q':'4.70443515','f':27781,'l':27781,'T':1769860799050,'m':true,'M':true}}";
    private static final Instant TRADE_TIME = Instant.ofEpochMilli(1769860799050L);
    private static final String BOOK = "{'stream':'ethusdt@bookTicker','data':{'u':400900217,'s':'ETHUSDT',"
            + "'b':'3285.35','B':'31.21','a':'3285.36','A':'40.66'}}";
    private static final String MARK =
            "{'stream':'ethusdt@markPrice@1s','data':{'e':'markPriceUpdate','E':1769860800000,'s':'ETHUSDT',"
                    + "'p':'3285.15','i':'3284.62','P':'3290.3','r':'0.00038167','T':1769878800000,'st':'x','ps':1}}";

    private final Listening spot = new Listening(Venue.BINANCE_SPOT.adapter(VenuePlan.of(List.of("ETH-USDT"))));
    private final Listening usdM = new Listening(Venue.BINANCE_USDM.adapter(VenuePlan.of(List.of("ETHUSDT"))));

    private final Listening book = new Listening(Venue.BINANCE_USDM_BOOK.adapter(VenuePlan.of(List.of("ETHUSDT"))));

    @Test
    void streamsHaveLowerCaseNames() {
        assertThat(spot.opening())
                .containsExactly("{'method':'SUBSCRIBE','id':1,'params':['ethusdt@bookTicker','ethusdt@aggTrade']}");
        assertThat(usdM.opening())
                .containsExactly("{'method':'SUBSCRIBE','id':1,'params':['ethusdt@aggTrade','ethusdt@markPrice@1s']}");
        assertThat(book.opening()).containsExactly("{'method':'SUBSCRIBE','id':1,'params':['ethusdt@bookTicker']}");
    }

    @Test
    void aTradeHasItsOwnTime() throws MalformedMessageException {
        assertThat(spot.observed(TRADE))
                .containsExactly(new Observed.Trade(SPOT, new BigDecimal("3285.01633507"), TRADE_TIME));
    }

    @Test
    void tradesLeftOutAreAGap() throws MalformedMessageException {
        spot.hear(TRADE);

        assertThat(spot.hear(TRADE.replace("26129", "26131"))).contains(new Heard.Gap(SPOT, 1));
        assertThat(spot.hear(TRADE.replace("26129", "26130"))).containsExactly(new Heard.Repeat(SPOT));
    }

    @Test
    void theSpotBookHasNeitherNameNorTime() throws MalformedMessageException {
        assertThat(spot.observed(BOOK))
                .containsExactly(
                        new Observed.Quote(SPOT, new BigDecimal("3285.35"), new BigDecimal("3285.36"), Listening.NOW));
        assertThat(spot.hear(BOOK)).containsExactly(new Heard.Repeat(SPOT));
    }

    @Test
    void thePerpetualsBookHasATime() throws MalformedMessageException {
        String best = BOOK.replace("{'u'", "{'e':'bookTicker','E':1769860799060,'T':1769860799050,'u'");

        assertThat(book.observed(best))
                .containsExactly(new Observed.Quote(
                        PERPETUAL, new BigDecimal("3285.35"), new BigDecimal("3285.36"), TRADE_TIME));
    }

    @Test
    void aMarkHasIndexAndFundingForItsInterval() throws MalformedMessageException {
        // Five hours are left: no interval is longer than eight, and the next shorter is four.
        Funding funding = new Funding(
                new BigDecimal("0.00038167"), Optional.of(8), Optional.of(Instant.ofEpochMilli(1769878800000L)));

        assertThat(usdM.observed(MARK))
                .containsExactly(new Observed.Mark(
                        PERPETUAL,
                        new BigDecimal("3285.15"),
                        Optional.of(new BigDecimal("3284.62")),
                        Optional.of(funding),
                        Instant.ofEpochMilli(1769860800000L)));
    }

    @Test
    void aContractWithoutFundingHasNone() throws MalformedMessageException {
        String message = MARK.replace("0.00038167", "").replace("1769878800000", "0");

        assertThat(usdM.observed(message))
                .singleElement()
                .isInstanceOfSatisfying(
                        Observed.Mark.class, mark -> assertThat(mark.funding()).isEmpty());
    }

    @Test
    void spotKnowsNoMarks() throws MalformedMessageException {
        assertThat(spot.hear(MARK)).containsExactly(new Heard.Unknown("markPriceUpdate"));
    }

    @Test
    void answersRefusalsAndTheEndAreToldApart() throws MalformedMessageException {
        assertThat(spot.hear("{'result':null,'id':1}")).containsExactly(new Heard.Aside("answer"));
        assertThat(spot.hear("{'code':2,'msg':'Invalid request'}"))
                .containsExactly(new Heard.Complaint("{\"code\":2,\"msg\":\"Invalid request\"}"));
        assertThat(spot.hear("{'error':{'code':2,'msg':'Invalid'},'id':1}"))
                .containsExactly(new Heard.Complaint("{\"code\":2,\"msg\":\"Invalid\"}"));
        assertThat(spot.hear("{'e':'serverShutdown','E':1769860799050}"))
                .singleElement()
                .isInstanceOf(Heard.StartOver.class);
        assertThat(spot.hear("{'hello':1}")).singleElement().isInstanceOf(Heard.Unknown.class);
    }
}
