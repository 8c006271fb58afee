/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.files.InputException;
import io.ballast.producers.replay.market.InstrumentNames;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class MarketReplayTest extends MarketFileTest {

    private static final long MARCH_MS = 1_709_251_200_000L;
    private static final String TARDIS = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount";

    @Test
    void filesOfDifferentFormsAreMergedByTime() {
        Path binance = file("ETHUSDT-trades-2024-03-01.csv", spot(100, 1), spot(300, 3), spot(300, 4), spot(900, 7));
        Path tardis = file("deribit.csv", TARDIS, deribit(200, 2), deribit(300, 5), deribit(400, 6));

        assertThat(ticks(replay(binance, tardis)))
                .extracting(PriceTick::getPrice)
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
    }

    @Test
    void aFileKeepsItsOwnOrder_andItIsToldThatItIsNotThatOfTime() {
        Path file = file("ETHUSDT-trades-2024-03-01.csv", spot(300, 1), spot(200, 2), spot(400, 3));

        Replayed replayed = replay(file);

        assertThat(ticks(replayed)).extracting(PriceTick::getPrice).containsExactly(1.0, 2.0, 3.0);
        assertThat(replayed.summary().notes())
                .singleElement()
                .asString()
                .contains("1 lines are earlier than the one before them");
    }

    @Test
    void fromIsInAndToIsOut() {
        Path file = file(
                "ETHUSDT-trades-2024-03-01.csv", spot(99, 1), spot(100, 2), spot(199, 3), spot(200, 4), spot(300, 5));
        TimeWindow window = new TimeWindow(Optional.of(time(100)), Optional.of(time(200)));

        Replayed replayed = Replayed.of(new MarketReplayOptions(List.of(file), InstrumentNames.usual(), window));

        assertThat(ticks(replayed)).extracting(PriceTick::getPrice).containsExactly(2.0, 3.0);
        assertThat(replayed.summary().ignored()).isEqualTo(Map.of("outside the time that was asked for", 3L));
        assertThat(replayed.summary().items()).isEqualTo(5);
    }

    @Test
    void aBlockIsOfOneTenthOfASecond() {
        Path file = file("ETHUSDT-trades-2024-03-01.csv", spot(100, 1), spot(199, 2), spot(200, 3), spot(900, 4));

        assertThat(replay(file).sink().blocks())
                .extracting(block -> block.records().size())
                .containsExactly(2, 1, 1);
    }

    @Test
    void recordsHaveTheInstrumentAsKeyAndTheTimeOfTheMarket() {
        Path file = file("ETHUSDT-trades-2024-03-01.csv", spot(100, 1));

        assertThat(replay(file).sink().records()).singleElement().satisfies(sent -> {
            assertThat(sent.topic()).isEqualTo(Topic.PRICE_TICKS);
            assertThat(sent.key()).isEqualTo("binance:ETH-USDT");
            assertThat(sent.timestampMs()).isEqualTo(MARCH_MS + 100);
        });
    }

    @Test
    void theSameFilesGiveTheSameBlocks() {
        Path binance = file("ETHUSDT-trades-2024-03-01.csv", spot(100, 1), "broken", spot(300, 3));
        Path tardis = file("deribit.csv", TARDIS, deribit(200, 2), deribit(300, 5));

        List<RecordBlock> blocks = replay(binance, tardis).sink().blocks();

        assertThat(replay(binance, tardis).sink().blocks()).isEqualTo(blocks);
    }

    @Test
    void packedFilesAreUnpacked() throws IOException {
        byte[] content = spot(100, 1).getBytes(StandardCharsets.UTF_8);
        Path gzip = folder().resolve("ETHUSDT-trades-2024-03-01.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(content);
        }
        Path zip = zip("ETHUSDT-trades-2024-03-02.zip", "ETHUSDT-trades-2024-03-02.csv");

        assertThat(ticks(replay(gzip, zip))).hasSize(2).allSatisfy(tick -> assertThat(tick.getInstrumentId())
                .isEqualTo("binance:ETH-USDT"));
    }

    @Test
    void anArchiveWithSeveralFilesIsRefused() throws IOException {
        Path zip = zip("ETHUSDT-trades-2024-03-02.zip", "a.csv", "b.csv");

        assertThatThrownBy(() -> replay(zip))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("more than one file")
                .hasMessageContaining("b.csv");
    }

    private Path zip(String name, String... entries) throws IOException {
        Path zip = folder().resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write((spot(100, 1) + "\n").getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }

    @Test
    void aBeginningThatIsBrokenDoesNotHideTheForm() {
        Path file = file("ETHUSDT-trades-2024-03-01.csv", "1,2", "", spot(100, 1));

        Replayed replayed = replay(file);

        assertThat(ticks(replayed)).hasSize(1);
        assertThatReason(replayed).contains(file + ":1: the line has 2 values");
    }

    @Test
    void whatLooksLikeNoneIsRefused() {
        Path file = file("a.csv", "when,what", "today,nothing");

        assertThatThrownBy(() -> replay(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a.csv looks like no market data")
                .hasMessageContaining("options_chain");
    }

    @Test
    void aNameThatIsSaidIsTaken() {
        Path binance = file("ETHUSDT-trades-2024-03-01.csv", spot(100, 1));
        Path tardis = file("deribit.csv", TARDIS, deribit(200, 2));
        InstrumentNames names = InstrumentNames.parse(List.of("ETHUSDT=mine:ETH-USD", "other:ETH-USD"));

        assertThat(ticks(Replayed.of(new MarketReplayOptions(List.of(binance, tardis), names, TimeWindow.ALL))))
                .extracting(PriceTick::getInstrumentId)
                .containsExactly("mine:ETH-USD", "other:ETH-USD");
    }

    @Test
    void anotherWindowIsAnotherSource() {
        Path file = file("ETHUSDT-trades-2024-03-01.csv", spot(100, 1));
        TimeWindow window = new TimeWindow(Optional.of(time(100)), Optional.empty());

        assertThat(new MarketReplayOptions(List.of(file), InstrumentNames.usual(), window).source())
                .startsWith("market-files/1 ETHUSDT-trades-2024-03-01.csv sha256:")
                .isNotEqualTo(new MarketReplayOptions(List.of(file), InstrumentNames.usual(), TimeWindow.ALL).source());
    }

    private static Instant time(long ms) {
        return Instant.ofEpochMilli(MARCH_MS + ms);
    }

    private static String spot(long ms, int price) {
        return "1," + price + ",0.5,1," + (MARCH_MS + ms) + ",True,True";
    }

    private static String deribit(long ms, int price) {
        return "deribit,ETH-PERPETUAL," + (MARCH_MS + ms) + "000,1,1,buy," + price + ",1";
    }
}
