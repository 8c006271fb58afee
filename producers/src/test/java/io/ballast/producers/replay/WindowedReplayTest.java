/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ballast.producers.files.PositionListing;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import io.ballast.schema.QuotedOption;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts of recordings: from is in, to is out. */
class WindowedReplayTest {

    @TempDir
    private Path folder;

    /** The same part, by time and by block. */
    static Stream<Arguments> blocksTwoAndThree() {
        return Stream.of(
                arguments(blocks(2, 4), BlockWindow.ALL),
                arguments(TimeWindow.ALL, new BlockWindow(OptionalLong.of(2), OptionalLong.of(4))));
    }

    @ParameterizedTest
    @MethodSource("blocksTwoAndThree")
    void ofLogsBeforeItPoolsAreLearnedAndDefined(TimeWindow times, BlockWindow numbers) throws IOException {
        Path logs = Files.write(
                folder.resolve("logs.jsonl"),
                List.of(
                        LogLines.pairCreated(1),
                        LogLines.sync(1, 1),
                        LogLines.sync(2, 0),
                        LogLines.sync(3, 0),
                        LogLines.sync(4, 0)));

        Replayed replayed = Replayed.of(new LogReplayOptions(
                List.of(logs),
                PoolCatalogue.empty(1),
                Optional.empty(),
                SnapshotRequest.parse("last"),
                times,
                numbers));

        assertThat(replayed.sink().records(Topic.POOLS)).hasSize(1);
        assertThat(replayed.sink().values(Topic.PRICE_TICKS, PriceTick.class))
                .extracting(PriceTick::getBlockNumber)
                .containsExactly(2L, 3L);
        assertThat(replayed.sink().values(Topic.POOL_EVENTS, PoolEvent.class))
                .extracting(PoolEvent::getBlockNumber)
                .containsExactly(3L);
        assertThat(replayed.summary().notes())
                .containsExactly(
                        "2 blocks are outside what was asked for: of them only definitions of pools were sent");
    }

    @Test
    void aBlockInsideIsTakenBackInside() throws IOException {
        Path logs = Files.write(
                folder.resolve("logs.jsonl"),
                List.of(
                        LogLines.pairCreated(1),
                        LogLines.sync(2, 1, 0, false),
                        LogLines.sync(3, 1, 0, false),
                        LogLines.sync(3, 1, 0, true),
                        LogLines.sync(2, 1, 0, true)));

        Replayed replayed = Replayed.of(new LogReplayOptions(
                List.of(logs),
                PoolCatalogue.empty(1),
                Optional.empty(),
                SnapshotRequest.none(),
                blocks(3, 9),
                BlockWindow.ALL));

        assertThat(replayed.sink().values(Topic.PRICE_TICKS, PriceTick.class))
                .extracting(PriceTick::getBlockNumber, PriceTick::getRemoved)
                .containsExactly(tuple(3L, false), tuple(3L, true));
    }

    @Test
    void barsBeginWithTheFirstInside() throws IOException {
        Path bars = Files.write(
                folder.resolve("bars.csv"),
                List.of(
                        BarLines.HEADER,
                        "2022-07-19 00:00:00,1,1,10,5,5,10,1,1,50",
                        "2022-07-19 00:01:00,1,1,20,10,10,20,1,1,50",
                        "2022-07-19 00:02:00,1,1,30,20,20,30,1,1,50",
                        "2022-07-19 00:03:00,1,1,40,30,30,40,1,1,50"));
        PositionListing position = new PositionListing(
                "0x" + "0a".repeat(20),
                -100,
                100,
                BigInteger.TEN.pow(18),
                Instant.parse("2022-07-19T00:00:00Z"),
                Optional.empty(),
                Optional.empty());
        TimeWindow window = new TimeWindow(
                Optional.of(Instant.parse("2022-07-19T00:01:00Z")), Optional.of(Instant.parse("2022-07-19T00:03:00Z")));

        Replayed replayed = Replayed.of(new BarReplayOptions(
                List.of(bars),
                BarLines.POOL,
                PoolCatalogue.empty(137),
                List.of(position),
                SnapshotRequest.none(),
                window));

        assertThat(replayed.sink().values(Topic.PRICE_TICKS, PriceTick.class))
                .extracting(PriceTick::getTick)
                .containsExactly(20, 30);
        assertThat(replayed.sink().values(Topic.POOL_EVENTS, PoolEvent.class))
                .extracting(PoolEvent::getTick)
                .containsExactly(10);
        assertThat(replayed.sink().values(Topic.POSITION_EVENTS, PositionEvent.class))
                .singleElement()
                .satisfies(event -> assertThat(event.getEventTime()).isEqualTo(Instant.parse("2022-07-19T00:01:00Z")));
        assertThat(replayed.summary().ignored()).isEqualTo(Map.of(TimeWindow.OUTSIDE, 2L));
    }

    @Test
    void quotesOutsideAreLeftOut() throws IOException {
        Path chain = Files.write(
                folder.resolve("chain.csv"),
                List.of(
                        "bid_price,ask_price,mark_price,underlying_price,estimated_delivery_price,creation_timestamp,"
                                + "base_currency,instrument_name,expire_date,strike_price,option_type",
                        "0.03,0.031,0.0305,2269,2222,1704712781414,ETH,ETH-23FEB24-2800-C,23FEB24,2800,C",
                        "0.03,0.031,0.0305,2269,2222,1704712781415,ETH,ETH-23FEB24-2900-C,23FEB24,2900,C"));
        TimeWindow window = new TimeWindow(Optional.empty(), Optional.of(Instant.ofEpochMilli(1_704_712_781_415L)));

        Replayed replayed = Replayed.of(new OptionChainOptions(List.of(chain), window));

        assertThat(replayed.sink().values(Topic.OPTION_QUOTES, QuotedOption.class))
                .extracting(QuotedOption::getStrike)
                .containsExactly(2800.0);
        assertThat(replayed.summary().ignored()).isEqualTo(Map.of(TimeWindow.OUTSIDE, 1L));
    }

    @Test
    void theSourceOfAllIsNamedAsBeforeThereWereWindows() {
        assertThat(TimeWindow.ALL.suffix()).isEmpty();
        assertThat(blocks(2, 4).suffix()).isNotEmpty();
    }

    @Test
    void refusesAnEndThatIsNotAfterTheBeginning() {
        assertThatThrownBy(() -> blocks(3, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static TimeWindow blocks(long from, long to) {
        return new TimeWindow(
                Optional.of(Instant.ofEpochSecond(LogLines.timestamp(from))),
                Optional.of(Instant.ofEpochSecond(LogLines.timestamp(to))));
    }
}
