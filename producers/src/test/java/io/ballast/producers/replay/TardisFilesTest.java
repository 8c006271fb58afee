/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ballast.schema.CallOrPut;
import io.ballast.schema.OptionSettlement;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.QuotedOption;
import io.ballast.schemas.catalogue.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples are made up, in the shapes of Tardis' files; 1709251200 s is the beginning of March 2024. */
class TardisFilesTest extends MarketFileTest {

    private static final Instant MARCH = Instant.parse("2024-03-01T00:00:00Z");
    private static final String TRADES = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount";
    private static final String TICKERS =
            "exchange,symbol,timestamp,local_timestamp,funding_timestamp,funding_rate,predicted_funding_rate,open_interest,"
                    + "last_price,index_price,mark_price";
    private static final String OPTIONS =
            "exchange,symbol,timestamp,local_timestamp,type,strike_price,expiration,open_interest,last_price,bid_price,"
                    + "bid_amount,bid_iv,ask_price,ask_amount,ask_iv,mark_price,mark_iv,underlying_index,underlying_price,"
                    + "delta,gamma,vega,theta,rho";

    @Test
    void instrumentsAreCalledAsExchangeFeedsCallThem() {
        Path file = file(
                "trades.csv",
                TRADES,
                "binance,ETHUSDT,1709251200000001,1709251200100000,1,buy,3340.5,0.1",
                "binance-futures,ETHUSDT,1709251200000002,1709251200100000,2,sell,3341.25,2",
                "deribit,ETH-PERPETUAL,1709251200000003,1709251200100000,3,buy,3342,10",
                "coinbase,ETH-USD,1709251200000004,1709251200100000,4,buy,3339.99,0.02",
                "bybit-spot,BTCUSDC,1709251200000005,1709251200100000,5,buy,61200,0.02");

        assertThat(ticks(replay(file)))
                .extracting(PriceTick::getInstrumentId, PriceTick::getPrice, PriceTick::getEventTime)
                .containsExactly(
                        tuple("binance:ETH-USDT", 3340.5, MARCH.plusNanos(1_000)),
                        tuple("binance:ETHUSDT", 3341.25, MARCH.plusNanos(2_000)),
                        tuple("deribit:ETH-PERPETUAL", 3342.0, MARCH.plusNanos(3_000)),
                        tuple("coinbase:ETH-USD", 3339.99, MARCH.plusNanos(4_000)),
                        tuple("bybit:BTC-USDC", 61200.0, MARCH.plusNanos(5_000)));
    }

    @Test
    void aTickerIsAMarkWithIndexAndFunding() {
        Path file = file(
                "tickers.csv",
                TICKERS,
                "binance-futures,ETHUSDT,1709251200000000,1709251200100000,1709280000000000,0.00012500,,1000,3340,3341.5,3340.75",
                "binance-futures,ETHUSDT,1709251201000000,1709251201100000,,,,1000,3340,,",
                "deribit,ETH-PERPETUAL,1709251202000000,1709251202100000,,-1.5E-5,,1000,3340,3341.5,3342");

        Replayed replayed = replay(file);

        assertThat(ticks(replayed))
                .extracting(
                        PriceTick::getKind,
                        PriceTick::getPrice,
                        PriceTick::getIndexPrice,
                        PriceTick::getFundingRate,
                        PriceTick::getFundingIntervalHours,
                        PriceTick::getNextFundingTime)
                .containsExactly(
                        tuple(
                                PriceTickKind.MARK,
                                3340.75,
                                3341.5,
                                "0.00012500",
                                8,
                                Instant.parse("2024-03-01T08:00:00Z")),
                        tuple(PriceTickKind.MARK, 3342.0, 3341.5, "-0.000015", 8, null));
        assertThat(replayed.summary().ignored()).isEqualTo(Map.of("no mark price", 1L));
    }

    @Test
    void anIntervalThatIsNotCertainIsNone() {
        Path file = file(
                "tickers.csv",
                TICKERS,
                "binance-futures,ETHUSDT,1709276400000000,1709276400100000,1709280000000000,0.0001,,1000,3340,3341.5,3340");

        assertThat(ticks(replay(file))).singleElement().satisfies(tick -> {
            assertThat(tick.getFundingRate()).isEqualTo("0.0001");
            assertThat(tick.getFundingIntervalHours()).isNull();
        });
    }

    @Test
    void anOptionHasItsVolatilitiesAsFractions() {
        Path file = file(
                "chain.csv",
                OPTIONS,
                "deribit,ETH-29MAR24-3600-C,1709251200123456,1709251200200000,call,3600,1711699200000000,1186,0.05,0.049,"
                        + "12.5,71.12,0.051,30,73.5,0.0502,72.25,SYN.ETH-29MAR24,3371.5,0.41,0.0004,3.1,-4.2,0.9",
                "deribit,SOL_USDC-29MAR24-130-P,1709251201000000,1709251201200000,put,130,1711699200000000,,,0,0,0,,,,"
                        + "9.5,98,SOL_USDC-29MAR24,131.2,,,,,");

        List<QuotedOption> quotes = replay(file).sink().values(Topic.OPTION_QUOTES, QuotedOption.class);

        assertThat(quotes).hasSize(2);
        assertThat(quotes.get(0))
                .isEqualTo(QuotedOption.newBuilder()
                        .setInstrumentId("deribit:ETH-29MAR24-3600-C")
                        .setUnderlying("ETH")
                        .setVenue("deribit")
                        .setRight(CallOrPut.CALL)
                        .setStrike(3600)
                        .setExpiry(Instant.parse("2024-03-29T08:00:00Z"))
                        .setSettlement(OptionSettlement.COIN)
                        .setContractSize(1)
                        .setBidPrice(0.049)
                        .setBidSize(12.5)
                        .setBidIv(0.7112)
                        .setAskPrice(0.051)
                        .setAskSize(30.0)
                        .setAskIv(0.735)
                        .setMarkPrice(0.0502)
                        .setMarkIv(0.7225)
                        .setUnderlyingPrice(3371.5)
                        .setEventTime(Instant.parse("2024-03-01T00:00:00.123456Z"))
                        .build());
        assertThat(quotes.get(1)).satisfies(put -> {
            assertThat(put.getUnderlying()).isEqualTo("SOL");
            assertThat(put.getSettlement()).isEqualTo(OptionSettlement.LINEAR);
            assertThat(put.getRight()).isEqualTo(CallOrPut.PUT);
            assertThat(put.getMarkIv()).isEqualTo(0.98);
            assertThat(put.getBidPrice()).isNull();
            assertThat(put.getBidIv()).isNull();
            assertThat(put.getAskPrice()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "binance,ETHUSDT,1709251200000,1,1,buy,3340,1; timestamp is [1709251200000], not microseconds",
                "binance,ETHUSDT,,1,1,buy,3340,1; timestamp is empty",
                "binance,ETHUSDT,1709251200000000,1,1,buy,NaN,1; price is [NaN], not a number",
                "binance,WHATEVER,1709251200000000,1,1,buy,3340,1; --instrument WHATEVER=",
                ",ETHUSDT,1709251200000000,1,1,buy,3340,1; exchange is empty"
            })
    void aBrokenTradeIsADeadLetter(String line, String reason) {
        Path file = file("trades.csv", TRADES, line, "binance,ETHUSDT,1709251200000001,1,1,buy,3340.5,0.1");

        Replayed replayed = replay(file);

        assertThat(ticks(replayed)).hasSize(1);
        assertThatReason(replayed).contains(file + ":2: ").contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "okex-options,ETH-29MAR24-3600-C; call; exchange is [okex-options], not deribit",
                "deribit,ETH-PERPETUAL; call; symbol is [ETH-PERPETUAL], not an option's name",
                "deribit,ETH-29MAR24-3600-C; C; type is [C], not call or put"
            })
    void anOptionOfWhichUnitsOrTermsAreNotKnownIsADeadLetter(String instrument, String type, String reason) {
        Path file = file(
                "chain.csv",
                OPTIONS,
                instrument + ",1709251200123456,1709251200200000," + type
                        + ",3600,1711699200000000,,,,,,,,,0.05,72,SYN.ETH-29MAR24,3371.5,,,,,");

        assertThatReason(replay(file)).contains(reason);
    }
}
