/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ballast.producers.files.InputException;
import io.ballast.producers.replay.market.InstrumentNames;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples are made up, in the shapes of Binance's public dumps; 1704067200 s is the beginning of 2024, 1735689600 s of 2025. */
class BinanceFilesTest extends MarketFileTest {

    private static final Instant IN_2024 = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant IN_2025 = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void spotTradesAreTicksOfThePair() {
        Path file = file(
                "ETHUSDT-trades-2024-01-01.csv",
                "101,2281.87000000,0.01200000,27.38244000,1704067200008,True,True",
                "102,2281.88000000,0.50000000,1140.94000000,1704067200123,False,True");

        List<PriceTick> ticks = ticks(replay(file));

        assertThat(ticks).hasSize(2).allSatisfy(tick -> {
            assertThat(tick.getInstrumentId()).isEqualTo("binance:ETH-USDT");
            assertThat(tick.getKind()).isEqualTo(PriceTickKind.TRADE);
            assertThat(tick.getSimulated()).isFalse();
        });
        assertThat(ticks).extracting(PriceTick::getPrice).containsExactly(2281.87, 2281.88);
        assertThat(ticks)
                .extracting(PriceTick::getEventTime)
                .containsExactly(IN_2024.plusMillis(8), IN_2024.plusMillis(123));
    }

    @Test
    void timesFrom2025OnAreMicroseconds() {
        Path file = file(
                "ETHUSDT-trades-2025-01-01.csv", "101,3337.78000000,0.01200000,40.05336000,1735689600012345,True,True");

        assertThat(ticks(replay(file))).singleElement().satisfies(tick -> assertThat(tick.getEventTime())
                .isEqualTo(IN_2025.plusNanos(12_345_000)));
    }

    @Test
    void tradesOfFuturesAreTicksOfThePerpetual() {
        Path file = file(
                "ETHUSDT-trades-2024-01-01.csv",
                "id,price,qty,quote_qty,time,is_buyer_maker",
                "201,2283.00,0.004,9.13,1704067200055,false");

        assertThat(ticks(replay(file))).singleElement().satisfies(tick -> {
            assertThat(tick.getInstrumentId()).isEqualTo("binance:ETHUSDT");
            assertThat(tick.getPrice()).isEqualTo(2283.0);
        });
    }

    @Test
    void aggregatedTradesOfBothMarketsAreTold() {
        Path spot = file(
                "BTCUSDT-aggTrades-2024-01-01.csv", "301,42283.58000000,0.00100000,401,402,1704067200001,True,True");
        Path futures = file(
                "BTCUSDT-aggTrades-2024-01.csv",
                "agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker",
                "302,42300.1,0.002,403,403,1704067200002,true");

        assertThat(ticks(replay(spot, futures)))
                .extracting(PriceTick::getInstrumentId, PriceTick::getPrice, PriceTick::getEventTime)
                .containsExactly(
                        tuple("binance:BTC-USDT", 42283.58, IN_2024.plusMillis(1)),
                        tuple("binance:BTCUSDT", 42300.1, IN_2024.plusMillis(2)));
    }

    @Test
    void aBarIsItsCloseAtItsEnd() {
        Path file = file(
                "ETHUSDT-1m-2024-01-01.csv",
                "1704067200000,2281.87,2284.00,2281.00,2283.50,350.5,1704067259999,800000.1,412,100,228300,0",
                "1704067260000,2283.50,2283.50,2283.50,2283.50,0,1704067319999,0,0,0,0,0");

        Replayed replayed = named(file, "binance:ETH-USDT");

        assertThat(ticks(replayed)).singleElement().satisfies(tick -> {
            assertThat(tick.getPrice()).isEqualTo(2283.5);
            assertThat(tick.getEventTime()).isEqualTo(Instant.parse("2024-01-01T00:00:59.999Z"));
        });
        assertThat(replayed.summary().ignored()).isEqualTo(Map.of("a bar without a trade", 1L));
    }

    @Test
    void barsFrom2025OnAreInMicroseconds() {
        Path file = file(
                "ETHUSDT-1m-2025-01-01.csv",
                "1735689600000000,3337.78,3338.00,3335.00,3336.00,35.5,1735689659999999,800000.1,412,100,228300,0");

        assertThat(ticks(named(file, "binance:ETH-USDT"))).singleElement().satisfies(tick -> assertThat(
                        tick.getEventTime())
                .isEqualTo(Instant.parse("2025-01-01T00:00:59.999999Z")));
    }

    @Test
    void asksWhoseBarsTheyAre() {
        Path file = file(
                "ETHUSDT-1m-2024-01-01.csv",
                "1704067200000,2281.87,2284.00,2281.00,2283.50,350.5,1704067259999,800000.1,412,100,228300,0");

        assertThatThrownBy(() -> replay(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("ETHUSDT-1m-2024-01-01.csv")
                .hasMessageContaining("--instrument ETHUSDT=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "102,0,0.5,1140.9,1704067200123,False,True; price is [0], not above 0",
                "102,x,0.5,1140.9,1704067200123,False,True; price is [x], not a number",
                "102,1,-0.5,1140.9,1704067200123,False,True; quantity is [-0.5], not above 0",
                "102,1,0.5,1140.9,1704067200,False,True; time is [1704067200], not milliseconds or microseconds",
                "102,1,0.5,1140.9,,False,True; time is empty",
                "102,1,0.5,1140.9; the line has 4 values for 7 columns"
            })
    void aBrokenLineIsADeadLetterThatNamesPlaceValueAndRule(String line, String reason) {
        Path file = file(
                "ETHUSDT-trades-2024-01-01.csv",
                "101,2281.87,0.012,27.38,1704067200008,True,True",
                line,
                "103,2281.89,0.012,27.38,1704067200200,True,True");

        Replayed replayed = replay(file);

        assertThat(ticks(replayed)).hasSize(2);
        assertThatReason(replayed).contains(file + ":2: ").contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1704067260000,2285,2284,2281,2283,1,1704067319999,1,1,1,1,0; open is [2285], not between low 2281 and high 2284",
                "1704067260000,2282,2284,2281,2280,1,1704067319999,1,1,1,1,0; close is [2280], not between low 2281 and high 2284",
                "1704067260000,2282,2284,2281,2283,1,1704067260000,1,1,1,1,0; close_time is [1704067260000], not after open_time"
            })
    void aBarThatCannotBeIsADeadLetter(String line, String reason) {
        Path file = file(
                "ETHUSDT-1m-2024-01-01.csv",
                "1704067200000,2281.87,2284.00,2281.00,2283.50,350.5,1704067259999,800000.1,412,100,228300,0",
                line);

        assertThatReason(named(file, "binance:ETH-USDT"))
                .contains(file + ":2: ")
                .contains(reason);
    }

    private static Replayed named(Path file, String id) {
        return Replayed.of(new MarketReplayOptions(List.of(file), InstrumentNames.parse(List.of(id)), TimeWindow.ALL));
    }
}
