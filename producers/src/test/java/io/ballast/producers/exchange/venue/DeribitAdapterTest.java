/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.exchange.market.Funding;
import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.exchange.market.OptionBook;
import io.ballast.producers.exchange.market.OptionMarks;
import io.ballast.producers.exchange.market.OptionTerms;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.InstrumentKind;
import io.ballast.schema.OptionRight;
import io.ballast.schema.OptionSettlement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeribitAdapterTest {

    private static final String PERPETUAL = "ETH-PERPETUAL";
    private static final String OPTION = "ETH-27MAR26-3000-C";
    private static final Instant TIME = Instant.ofEpochMilli(1769860799050L);

    private final Listening deribit = new Listening(Venue.DERIBIT.adapter(
            new VenuePlan(List.of(PERPETUAL), List.of("ETH"), List.of("eth_usd"), List.of("eth_usd"), true)));

    private static String on(String channel, String data) {
        return "{'jsonrpc':'2.0','method':'subscription','params':{'channel':'" + channel + "','data':" + data + "}}";
    }

    private static String trade(long number, String price) {
        return "{'trade_seq':" + number + ",'trade_id':'ETH-1','timestamp':1769860799050,'tick_direction':0,'price':"
                + price + ",'mark_price':3285.1,'index_price':3284.9,'instrument_name':'ETH-PERPETUAL',"
                + "'direction':'buy','amount':10}";
    }

    private static String listed(String name) {
        return "{'kind':'option','instrument_name':'" + name + "','base_currency':'ETH','quote_currency':'ETH',"
                + "'counter_currency':'USD','settlement_currency':'ETH','settlement_period':'month',"
                + "'instrument_type':'reversed','contract_size':1.0,'min_trade_amount':1.0,'strike':3000.0,"
                + "'option_type':'call','expiration_timestamp':1774598400000,'maker_commission':0.0003,"
                + "'taker_commission':0.0003,'is_active':true}";
    }

    @Test
    void asksForChannelsHeartbeatsAndWhichOptionsThereAre() {
        assertThat(deribit.opening())
                .containsExactly(
                        "{'jsonrpc':'2.0','id':1,'method':'public/set_heartbeat','params':{'interval':30}}",
                        "{'jsonrpc':'2.0','id':2,'method':'public/subscribe','params':{'channels':["
                                + "'ticker.ETH-PERPETUAL.100ms','trades.ETH-PERPETUAL.100ms',"
                                + "'deribit_price_index.eth_usd','deribit_volatility_index.eth_usd']}}",
                        "{'jsonrpc':'2.0','id':3,'method':'public/get_instruments','params':{'currency':'ETH',"
                                + "'kind':'option','expired':false}}",
                        "{'jsonrpc':'2.0','id':4,'method':'public/get_instrument','params':{"
                                + "'instrument_name':'ETH-PERPETUAL'}}");
    }

    @Test
    void answersWhenItAsksWhetherWeAreThere() throws MalformedMessageException {
        deribit.opening();

        assertThat(deribit.hear("{'jsonrpc':'2.0','method':'heartbeat','params':{'type':'test_request'}}"))
                .containsExactly(
                        new Heard.Question("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"public/test\",\"params\":{}}"));
        assertThat(deribit.hear("{'jsonrpc':'2.0','method':'heartbeat','params':{'type':'heartbeat'}}"))
                .containsExactly(new Heard.Aside("heartbeat"));
    }

    @Test
    void aTickerOfAPerpetualIsAQuoteAndAMarkWithFundingForEightHours() throws MalformedMessageException {
        assertThat(deribit.observed(on(
                        "ticker.ETH-PERPETUAL.100ms",
                        "{'timestamp':1769860799050,'stats':{},'state':'open','index_price':3284.90,"
                                + "'instrument_name':'ETH-PERPETUAL','last_price':3285.2,'mark_price':3285.15,"
                                + "'best_bid_price':3285.10,'best_bid_amount':100.0,'best_ask_price':3285.2,"
                                + "'best_ask_amount':5.0,'current_funding':0.00001,'funding_8h':0.00002}")))
                .containsExactly(
                        new Observed.Quote(
                                "deribit:ETH-PERPETUAL", new BigDecimal("3285.10"), new BigDecimal("3285.2"), TIME),
                        new Observed.Mark(
                                "deribit:ETH-PERPETUAL",
                                new BigDecimal("3285.15"),
                                Optional.of(new BigDecimal("3284.90")),
                                Optional.of(new Funding(new BigDecimal("0.00001"), Optional.of(8), Optional.empty())),
                                TIME));
    }

    @Test
    void volatilitiesOfOptionsBecomeFractionsAndZeroIsNobody() throws MalformedMessageException {
        assertThat(deribit.observed(on(
                        "ticker.ETH-27MAR26-3000-C.100ms",
                        "{'timestamp':1769860799050,'state':'open','instrument_name':'ETH-27MAR26-3000-C',"
                                + "'underlying_price':3301.2,'underlying_index':'ETH-27MAR26','index_price':3284.9,"
                                + "'mark_price':0.0945,'mark_iv':58.31,'best_bid_price':0.0,'best_bid_amount':0.0,"
                                + "'bid_iv':0.0,'best_ask_price':0.0955,'best_ask_amount':12.0,'ask_iv':120.74,"
                                + "'interest_rate':0.0,'greeks':{'delta':0.6}}")))
                .containsExactly(new Observed.Option(
                        "deribit:" + OPTION,
                        new OptionTerms(
                                "deribit",
                                "ETH",
                                Instant.parse("2026-03-27T08:00:00Z"),
                                new BigDecimal("3000"),
                                CallOrPut.CALL,
                                OptionSettlement.COIN),
                        new OptionBook(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new BigDecimal("0.0955")),
                                Optional.of(new BigDecimal("12.0")),
                                Optional.of(new BigDecimal("1.2074"))),
                        new OptionMarks(
                                Optional.of(new BigDecimal("0.0945")),
                                Optional.of(new BigDecimal("0.5831")),
                                Optional.of(new BigDecimal("3301.2")),
                                Optional.of(new BigDecimal("3284.9"))),
                        TIME));
    }

    @Test
    void indicesHaveNamesThatAreNoPairs() throws MalformedMessageException {
        assertThat(deribit.observed(on(
                        "deribit_price_index.eth_usd",
                        "{'timestamp':1769860799050,'price':3284.9,'index_name':'eth_usd'}")))
                .containsExactly(new Observed.Mark(
                        "deribit:ETH-USD-INDEX", new BigDecimal("3284.9"), Optional.empty(), Optional.empty(), TIME));
        assertThat(deribit.observed(on(
                        "deribit_volatility_index.eth_usd",
                        "{'timestamp':1769860799050,'volatility':61.27,'index_name':'eth_usd'}")))
                .containsExactly(new Observed.Mark(
                        "deribit:ETH-USD-DVOL", new BigDecimal("0.6127"), Optional.empty(), Optional.empty(), TIME));
    }

    @Test
    void tradesAreNumberedByInstrument() throws MalformedMessageException {
        deribit.hear(on("trades.ETH-PERPETUAL.100ms", "[" + trade(30, "3285") + "," + trade(31, "3286") + "]"));

        assertThat(deribit.hear(
                        on("trades.ETH-PERPETUAL.100ms", "[" + trade(31, "3286") + "," + trade(33, "3288") + "]")))
                .containsExactly(
                        new Heard.Repeat("deribit:ETH-PERPETUAL"),
                        new Heard.Gap("deribit:ETH-PERPETUAL", 1),
                        new Heard.Market(new Observed.Trade("deribit:ETH-PERPETUAL", new BigDecimal("3288"), TIME)));
    }

    @Test
    void optionsThatThereAreAreHeardAndTold() throws MalformedMessageException {
        deribit.opening();

        List<Heard> heard = deribit.hear("{'jsonrpc':'2.0','id':3,'result':[" + listed(OPTION) + "],'usIn':1}");

        assertThat(heard).hasSize(2);
        HedgeInstrument told = ((Observed.Contract) ((Heard.Market) heard.get(0)).observed()).specification();
        assertThat(told)
                .isEqualTo(HedgeInstrument.newBuilder()
                        .setInstrumentId("deribit:" + OPTION)
                        .setKind(InstrumentKind.COIN_SETTLED_OPTION)
                        .setBase("ETH")
                        .setQuote("USD")
                        .setSettlement("ETH")
                        .setMultiplier("1.0")
                        .setLot("1")
                        .setMakerFeeRate(0.0003)
                        .setTakerFeeRate(0.0003)
                        .setStrike("3000.0")
                        .setExpiry(Instant.parse("2026-03-27T08:00:00Z"))
                        .setOptionRight(OptionRight.CALL)
                        .setEventTime(Listening.NOW)
                        .build());
        assertThat(((Heard.Question) heard.get(1)).answer())
                .contains("public/subscribe")
                .contains("[\"ticker.ETH-27MAR26-3000-C.100ms\"]");
    }

    @Test
    void amountsOfAnInversePerpetualAreDollarsAndOursAreContracts() throws MalformedMessageException {
        deribit.opening();

        assertThat(deribit.observed(
                        "{'jsonrpc':'2.0','id':4,'result':{'kind':'future','instrument_name':'BTC-PERPETUAL',"
                                + "'base_currency':'BTC','quote_currency':'USD','settlement_currency':'BTC',"
                                + "'settlement_period':'perpetual','instrument_type':'reversed','contract_size':10.0,"
                                + "'min_trade_amount':10.0,'maker_commission':0.0,'taker_commission':0.0005}}"))
                .singleElement()
                .isInstanceOfSatisfying(Observed.Contract.class, contract -> {
                    HedgeInstrument told = contract.specification();
                    assertThat(told.getKind()).isEqualTo(InstrumentKind.INVERSE_PERPETUAL);
                    assertThat(told.getQuote()).isEqualTo("USD");
                    assertThat(told.getSettlement()).isEqualTo("BTC");
                    assertThat(told.getMultiplier()).isEqualTo("10.0");
                    assertThat(told.getLot()).isEqualTo("1");
                    assertThat(told.getFundingIntervalHours()).isEqualTo(8);
                });
    }

    @Test
    void manyOptionsAreAskedForInParts() throws MalformedMessageException {
        deribit.opening();
        StringBuilder options = new StringBuilder(listed("ETH-27MAR26-1000-C"));
        for (int strike = 1001; strike < 1600; strike++) {
            options.append(',').append(listed("ETH-27MAR26-" + strike + "-C"));
        }

        assertThat(deribit.hear("{'jsonrpc':'2.0','id':3,'result':[" + options + "]}"))
                .filteredOn(Heard.Question.class::isInstance)
                .hasSize(3);
    }

    @Test
    void answersAndRefusalsAreToldApart() throws MalformedMessageException {
        deribit.opening();

        assertThat(deribit.hear("{'jsonrpc':'2.0','id':2,'result':['ticker.ETH-PERPETUAL.100ms']}"))
                .containsExactly(new Heard.Aside("subscribed"));
        assertThat(deribit.hear("{'jsonrpc':'2.0','id':77,'result':'ok'}")).containsExactly(new Heard.Aside("answer"));
        assertThat(deribit.hear("{'jsonrpc':'2.0','id':2,'error':{'code':11050,'message':'bad_request'}}"))
                .containsExactly(new Heard.Complaint("{\"code\":11050,\"message\":\"bad_request\"}"));
        assertThat(deribit.hear(on("book.ETH-PERPETUAL.100ms", "{}"))).containsExactly(new Heard.Unknown("book"));
    }
}
