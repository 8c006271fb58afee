/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import io.ballast.producers.exchange.venue.Venue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;

/** How each exchange speaks, as its documentation has it: what it answers, and the n-th price that it tells. */
enum VenueScript {
    COINBASE(
            Venue.COINBASE,
            "ETH-USD",
            Numbers.CONTIGUOUS,
            request -> List.of("{'type':'subscriptions','channels':[{'name':'ticker','product_ids':['ETH-USD']}]}"),
            n -> "{'type':'match','trade_id':" + n + ",'maker_order_id':'m','taker_order_id':'t','side':'buy',"
                    + "'size':'1','price':'" + value(n) + "','product_id':'ETH-USD','sequence':" + n + ",'time':'"
                    + time(n) + "'}"),
    BINANCE_SPOT(
            Venue.BINANCE_SPOT, "ETH-USDT", Numbers.CONTIGUOUS, VenueScript::binanceAnswer, VenueScript::binanceTrade),
    BINANCE_USDM(
            Venue.BINANCE_USDM, "ETHUSDT", Numbers.CONTIGUOUS, VenueScript::binanceAnswer, VenueScript::binanceTrade),
    BINANCE_USDM_BOOK(
            Venue.BINANCE_USDM_BOOK,
            "ETHUSDT",
            Numbers.RISING,
            VenueScript::binanceAnswer,
            n -> "{'stream':'ethusdt@bookTicker','data':{'e':'bookTicker','u':" + n + ",'E':" + millis(n) + ",'T':"
                    + millis(n) + ",'s':'ETHUSDT','b':'" + value(n) + "','B':'1','a':'" + value(n + 1)
                    + "','A':'1'}}"),
    KRAKEN(
            Venue.KRAKEN,
            "ETH/USD",
            Numbers.CONTIGUOUS,
            request -> List.of(
                    request.contains("ping")
                            ? "{'method':'pong','time_in':'x','time_out':'x'}"
                            : "{'method':'subscribe','result':{'channel':'trade','symbol':'ETH/USD'},'success':true}"),
            n -> "{'channel':'trade','type':'update','data':[{'symbol':'ETH/USD','side':'buy','price':" + value(n)
                    + ",'qty':1.0,'ord_type':'limit','trade_id':" + n + ",'timestamp':'" + time(n) + "'}]}"),
    DERIBIT(
            Venue.DERIBIT,
            "ETH-PERPETUAL",
            Numbers.CONTIGUOUS,
            request -> request.contains("set_heartbeat")
                    ? List.of(
                            "{'jsonrpc':'2.0','id':1,'result':'ok'}",
                            "{'jsonrpc':'2.0','method':'heartbeat','params':{'type':'test_request'}}")
                    : List.of("{'jsonrpc':'2.0','id':2,'result':['trades.ETH-PERPETUAL.100ms']}"),
            n -> "{'jsonrpc':'2.0','method':'subscription','params':{'channel':'trades.ETH-PERPETUAL.100ms','data':[{"
                    + "'trade_seq':" + n + ",'trade_id':'ETH-1','timestamp':" + millis(n) + ",'price':" + value(n)
                    + ",'instrument_name':'ETH-PERPETUAL','direction':'buy','amount':10.0}]}}"),
    BYBIT_SPOT(
            Venue.BYBIT_SPOT,
            "ETH-USDT",
            Numbers.NONE,
            VenueScript::bybitAnswer,
            n -> "{'topic':'publicTrade.ETHUSDT','type':'snapshot','ts':" + millis(n) + ",'data':[{'T':" + millis(n)
                    + ",'s':'ETHUSDT','S':'Buy','v':'1','p':'" + value(n) + "','i':'x','BT':false}]}"),
    BYBIT_LINEAR(
            Venue.BYBIT_LINEAR,
            "ETHUSDT",
            Numbers.NONE,
            request -> request.contains("ping")
                    ? bybitAnswer(request)
                    : List.of(
                            bybitAnswer(request).get(0),
                            "{'topic':'tickers.ETHUSDT','type':'snapshot','cs':1,'ts':" + millis(0)
                                    + ",'data':{'symbol':'ETHUSDT','markPrice':'1','fundingRate':'0.0001'}}"),
            n -> "{'topic':'tickers.ETHUSDT','type':'delta','cs':1,'ts':" + millis(n)
                    + ",'data':{'symbol':'ETHUSDT','markPrice':'" + value(n) + "'}}"),
    BYBIT_OPTION(
            Venue.BYBIT_OPTION,
            "ETH-27MAR99-3000-C-USDT",
            Numbers.NONE,
            VenueScript::bybitAnswer,
            n -> "{'topic':'tickers.ETH-27MAR99-3000-C-USDT','type':'snapshot','ts':" + millis(n)
                    + ",'data':{'symbol':'ETH-27MAR99-3000-C-USDT','markPrice':'" + value(n)
                    + "','markPriceIv':'0.6','underlyingPrice':'3300'}}"),
    HYPERLIQUID(
            Venue.HYPERLIQUID,
            "ETH",
            Numbers.NONE,
            request -> List.of(
                    request.contains("ping")
                            ? "{'channel':'pong'}"
                            : "{'channel':'subscriptionResponse','data':{'method':'subscribe'}}"),
            n -> "{'channel':'trades','data':[{'coin':'ETH','side':'B','px':'" + value(n)
                    + "','sz':'1','hash':'0x0','time':" + millis(n) + ",'tid':" + n + "}]}");

    /** How an exchange numbers its prices. */
    enum Numbers {
        NONE,
        RISING,
        CONTIGUOUS
    }

    private static final String NOBODY = "ws://127.0.0.1:1";
    private static final long START_MS = Instant.parse("2026-01-31T12:00:00Z").toEpochMilli();
    private static final long FIRST = 1000;

    private final Venue venue;
    private final String instrument;
    private final Numbers numbers;
    private final Function<String, List<String>> answers;
    private final LongFunction<String> price;

    /**
     * @param answers  to a request, with ' for "
     * @param price  the n-th, with ' for "
     */
    VenueScript(
            Venue venue,
            String instrument,
            Numbers numbers,
            Function<String, List<String>> answers,
            LongFunction<String> price) {
        this.venue = venue;
        this.instrument = instrument;
        this.numbers = numbers;
        this.answers = answers;
        this.price = price;
    }

    List<String> answers(String request) {
        return answers.apply(request).stream().map(VenueScript::quoted).toList();
    }

    String says(long n) {
        return quoted(price.apply(n));
    }

    private static String quoted(String message) {
        return message.replace('\'', '"');
    }

    Venue venue() {
        return venue;
    }

    String instrument() {
        return instrument;
    }

    boolean isNumbered() {
        return numbers != Numbers.NONE;
    }

    boolean hasNoGaps() {
        return numbers == Numbers.CONTIGUOUS;
    }

    /** What has to be set to hear it there, and nothing else. */
    Map<String, String> settings(int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put(FeedSettings.PREFIX + venue.listing() + ".instruments", instrument);
        for (Venue other : Venue.values()) {
            settings.put(FeedSettings.PREFIX + other.label() + ".url", NOBODY);
        }
        settings.put(FeedSettings.PREFIX + venue.label() + ".url", "ws://127.0.0.1:" + port + "/feed");
        return settings;
    }

    /** The n-th price. */
    static double value(long n) {
        return FIRST + n;
    }

    private static long millis(long n) {
        return START_MS + n;
    }

    private static Instant time(long n) {
        return Instant.ofEpochMilli(millis(n));
    }

    private static List<String> binanceAnswer(String request) {
        return List.of("{'result':null,'id':1}");
    }

    private static String binanceTrade(long n) {
        return "{'stream':'ethusdt@aggTrade','data':{'e':'aggTrade','E':" + millis(n) + ",'s':'ETHUSDT','a':" + n
                + ",'p':'" + value(n) + "','q':'1','f':1,'l':1,'T':" + millis(n) + ",'m':true,'M':true}}";
    }

    private static List<String> bybitAnswer(String request) {
        return List.of("{'success':true,'ret_msg':'','conn_id':'x','op':'"
                + (request.contains("ping") ? "ping" : "subscribe") + "'}");
    }
}
