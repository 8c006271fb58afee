/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ballast.producers.files.InputException;
import io.ballast.producers.files.PositionListing;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinuteBarReplayTest {

    private static final long MINUTE = Instant.parse("2022-07-19T00:00:00Z").getEpochSecond() / 60;
    private static final MathContext DIGITS = new MathContext(80);

    @TempDir
    Path folder;

    private Path file(String... rows) throws IOException {
        return Files.writeString(folder.resolve("bars.csv"), BarLines.HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    private static String bar(String time, int openTick, int closeTick) {
        return time + ",-7,8," + closeTick + "," + openTick + ",-5,200,30,40,50";
    }

    private static Replayed replay(Path file, SnapshotRequest snapshots, PositionListing... positions) {
        return Replayed.of(new BarReplayOptions(
                List.of(file), BarLines.POOL, PoolCatalogue.empty(137), List.of(positions), snapshots));
    }

    private static Replayed replay(Path file, PositionListing... positions) {
        return replay(file, SnapshotRequest.none(), positions);
    }

    private static PositionListing position(String owner, int lower, int upper, String from, String to) {
        return new PositionListing(
                owner,
                lower,
                upper,
                BigInteger.TEN.pow(18),
                Instant.parse(from),
                Optional.ofNullable(to).map(Instant::parse),
                Optional.empty());
    }

    @Test
    void aBarIsATickAndAMinuteIsABlock() throws IOException {
        Replayed replayed = replay(file(bar("2022-07-19 00:00:00", 100, 120), bar("2022-07-19 00:01:00", 120, 90)));

        assertThat(replayed.sink().blocks())
                .extracting(RecordBlock::blockNumber)
                .containsExactly(MINUTE, MINUTE + 1);
        assertThat(replayed.sink().blocks().get(0).records())
                .extracting(OutgoingRecord::topic)
                .containsExactly(Topic.POOLS, Topic.POOL_EVENTS, Topic.PRICE_TICKS);
        PriceTick tick =
                replayed.sink().values(Topic.PRICE_TICKS, PriceTick.class).get(0);
        assertThat(tick.getKind()).isEqualTo(PriceTickKind.BAR);
        assertThat(tick.getInstrumentId()).isEqualTo("uniswap-v3:137:" + BarLines.POOL.address());
        assertThat(List.of(tick.getTick(), tick.getLowestTick(), tick.getHighestTick()))
                .containsExactly(120, -5, 200);
        assertThat(List.of(
                        tick.getAmount0Raw(),
                        tick.getAmount1Raw(),
                        tick.getInAmount0Raw(),
                        tick.getInAmount1Raw(),
                        tick.getLiquidityRaw()))
                .containsExactly("-7", "8", "30", "40", "50");
        assertThat(tick.getBlockNumber()).isEqualTo(MINUTE);
        assertThat(tick.getBlockHash()).isNull();
        assertThat(tick.getEventTime()).isEqualTo(Instant.parse("2022-07-19T00:00:00Z"));
    }

    @Test
    void theFirstBarsOpenTickIsTheFirstPrice() throws IOException {
        Replayed replayed = replay(file(bar("2022-07-19 00:00:00", 0, 120)));

        assertThat(replayed.sink().values(Topic.POOL_EVENTS, PoolEvent.class))
                .singleElement()
                .satisfies(first -> {
                    assertThat(first.getKind()).isEqualTo(PoolEventKind.INITIALIZE);
                    assertThat(first.getTick()).isZero();
                    assertThat(first.getSqrtPriceX96Raw())
                            .isEqualTo(BigInteger.ONE.shiftLeft(96).toString());
                });
    }

    @Test
    void aPositionIsOpenedAndClosedByTheBars() throws IOException {
        Path file = file(
                bar("2022-07-19 00:00:00", 100, 100),
                bar("2022-07-19 00:02:00", 100, 120),
                bar("2022-07-19 00:03:00", 120, 300));

        Replayed replayed = replay(file, position("alice", -100, 200, "2022-07-19T00:01:00Z", "2022-07-19T00:03:00Z"));

        List<PositionEvent> events = replayed.sink().values(Topic.POSITION_EVENTS, PositionEvent.class);
        assertThat(events)
                .extracting(
                        PositionEvent::getKind,
                        PositionEvent::getOwner,
                        PositionEvent::getBlockNumber,
                        PositionEvent::getLogIndex,
                        PositionEvent::getLiquidityRaw)
                .containsExactly(
                        tuple(PositionEventKind.MINT, "alice", MINUTE + 2, 1, "1000000000000000000"),
                        tuple(PositionEventKind.BURN, "alice", MINUTE + 3, 1, "1000000000000000000"),
                        tuple(PositionEventKind.COLLECT, "alice", MINUTE + 3, 2, null));
        assertThat(events).noneMatch(PositionEvent::getManaged);
        assertAmounts(events.get(0), 120, true);
        assertAmounts(events.get(1), 300, false);
        assertThat(events.get(2).getAmount1Raw()).isEqualTo(events.get(1).getAmount1Raw());
        assertThat(events.get(1).getAmount0Raw())
                .as("all of it is token1 above the range")
                .isEqualTo("0");
    }

    /** Whitepaper v3, 6.29 and 6.30, in 80 digits: the pool's own prices are rounded, which shifts the last unit. */
    private static void assertAmounts(PositionEvent event, int tick, boolean up) {
        BigDecimal liquidity = new BigDecimal(event.getLiquidityRaw());
        BigDecimal low = sqrtPrice(event.getTickLower());
        BigDecimal high = sqrtPrice(event.getTickUpper());
        BigDecimal price = sqrtPrice(tick).max(low).min(high);
        BigDecimal amount0 = liquidity.multiply(high.subtract(price)).divide(high.multiply(price), DIGITS);
        BigDecimal amount1 = liquidity.multiply(price.subtract(low));
        RoundingMode mode = up ? RoundingMode.CEILING : RoundingMode.FLOOR;
        assertThat(new BigDecimal(event.getAmount0Raw()))
                .isCloseTo(amount0.setScale(0, mode), org.assertj.core.data.Offset.offset(BigDecimal.ONE));
        assertThat(new BigDecimal(event.getAmount1Raw()))
                .isCloseTo(amount1.setScale(0, mode), org.assertj.core.data.Offset.offset(BigDecimal.ONE));
    }

    private static BigDecimal sqrtPrice(int tick) {
        return new BigDecimal("1.0001").sqrt(DIGITS).pow(tick, DIGITS);
    }

    @Test
    void twoPositionsMayBeAlike() throws IOException {
        PositionListing twin = position("alice", -100, 200, "2022-07-19T00:00:00Z", null);

        assertThat(replay(file(bar("2022-07-19 00:00:00", 100, 100)), twin, twin)
                        .sink()
                        .records(Topic.POSITION_EVENTS))
                .hasSize(2);
    }

    @Test
    void aPositionWhoseTimeDoesNotComeIsNamed() throws IOException {
        Replayed replayed = replay(
                file(bar("2022-07-19 00:00:00", 100, 100)), position("late", -100, 200, "2023-01-01T00:00:00Z", null));

        assertThat(replayed.summary().notes())
                .containsExactly("position late:-100:200 was never opened: no bar at or after 2023-01-01T00:00:00Z");
    }

    @Test
    void gapsAreCountedAndTold() throws IOException {
        Replayed replayed = replay(file(
                bar("2022-07-19 00:00:00", 1, 1),
                bar("2022-07-19 00:05:00", 1, 1),
                bar("2022-07-19 00:06:00", 1, 1),
                bar("2022-07-19 00:08:00", 1, 1)));

        assertThat(replayed.summary().notes()).containsExactly("2 gaps in the bars, 5 minutes missing");
    }

    @Test
    void snapshotsGoByMinutes() throws IOException {
        Path file = file(bar("2022-07-19 00:00:00", 1, 1), bar("2022-07-19 00:02:00", 1, 1));

        List<PoolEvent> events = replay(file, SnapshotRequest.parse(MINUTE + "," + (MINUTE + 1) + ",last"))
                .sink()
                .values(Topic.POOL_EVENTS, PoolEvent.class);

        assertThat(events)
                .filteredOn(event -> event.getKind() == PoolEventKind.SNAPSHOT)
                .extracting(PoolEvent::getBlockNumber, PoolEvent::getLogIndex)
                .containsExactly(
                        tuple(MINUTE, Integer.MAX_VALUE),
                        tuple(MINUTE + 1, Integer.MAX_VALUE),
                        tuple(MINUTE + 2, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2022-07-19 00:01:00,1,2,3 | the line has 4 values for 10 columns",
                "2022-07-19 00:01:00,1,2,x,5,5,5,7,8,9 | closeTick is [x], not a whole number",
                "2022-07-19 00:01:00,1,2,5.5,5,5,5,7,8,9 | closeTick is [5.5], not a whole number",
                "2022-07-19 00:01:00,1,2,887273,5,5,5,7,8,9 | closeTick 887273 is outside -887272 to 887272",
                "2022-07-19 00:01:00,1,2,,5,5,5,7,8,9 | closeTick is [], not a whole number",
                "2022-07-19 00:01:00,1e400000000,2,5,5,5,5,7,8,9 | netAmount0 is [1e400000000], not a whole number",
                "2022-07-19 00:01:00,1,2,5,5,5,5,-7,8,9 | inAmount0 -7 is outside the range of uint256",
                "2022-07-19 00:01:00,1,2,5,5,5,5,7,8,340282366920938463463374607431768211456 | is outside the range of uint128",
                "19.07.2022,1,2,5,5,5,5,7,8,9 | timestamp is [19.07.2022], not a UTC time",
                "1969-12-31 00:00:00,1,2,5,5,5,5,7,8,9 | is before 1970",
                "2022-07-18 23:59:00,1,2,5,5,5,5,7,8,9 | comes after that of 2022-07-19T00:00:00Z",
                "2022-07-19 00:00:00,1,2,5,5,5,5,7,8,9 | and there was another one of this minute"
            })
    void aLineThatCannotBeReadBecomesADeadLetter(String bad, String reason) throws IOException {
        Path file = file(bar("2022-07-19 00:00:00", 1, 1), bad, bar("2022-07-19 00:02:00", 1, 1));

        Replayed replayed = replay(file);

        assertThat(replayed.sink().values(Topic.DEAD_LETTERS, DeadLetter.class))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.getReason()).startsWith(file + ":3: ").contains(reason));
        assertThat(replayed.sink().records(Topic.PRICE_TICKS))
                .as("the rest goes on")
                .hasSize(2);
    }

    @Test
    void aStrayQuoteSpoilsItsOwnLineOnly() throws IOException {
        Replayed replayed = replay(
                file(bar("2022-07-19 00:00:00", 1, 1), "\"2022-07-19 00:01:00,1,2", bar("2022-07-19 00:02:00", 1, 1)));

        assertThat(replayed.summary().deadLetters()).isEqualTo(1);
        assertThat(replayed.sink().records(Topic.PRICE_TICKS)).hasSize(2);
    }

    @Test
    void exactRepeatsAreDropped() throws IOException {
        String first = bar("2022-07-19 00:00:00", 1, 1);

        Replayed replayed = replay(file(first, first, bar("2022-07-19 00:01:00", 1, 1), first));

        assertThat(replayed.summary().repeats()).isEqualTo(2);
        assertThat(replayed.summary().deadLetters()).isZero();
        assertThat(replayed.sink().records(Topic.PRICE_TICKS)).hasSize(2);
    }

    @Test
    void aFileWithoutItsColumnsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("prices.csv"), "timestamp,price\n2022-07-19,1\n");

        assertThatThrownBy(() -> replay(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ":1: column netAmount0 is missing");
    }

    @Test
    void aPositionBetweenTicksIsRefused() throws IOException {
        Path file = file(bar("2022-07-19 00:00:00", 1, 1));

        assertThatThrownBy(() -> replay(file, position("alice", -5, 200, "2022-07-19T00:00:00Z", null)))
                .isInstanceOf(InputException.class)
                .hasMessage("position alice:-5:200: tick -5 is no multiple of the pool's tick spacing 10");
    }
}
