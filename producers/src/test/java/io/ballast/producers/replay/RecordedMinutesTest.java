/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.SharedData;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RecordedMinutesTest {

    private static final PoolListing POOL = new PoolListing(
            "0x45dda9cb7c25131df268515131f647d726f50608",
            PoolKind.CONCENTRATED,
            "uniswap-v3",
            "0x2791bca1f2de4661ed88a30c99a7a9449aa84174",
            "0x7ceb23fd6bc0add59e62ac25578270cff1b9f619",
            Optional.of(500),
            Optional.of(10));

    private static Replayed replay(Path... files) {
        return Replayed.of(new BarReplayOptions(
                List.of(files), POOL, PoolCatalogue.empty(137), List.of(), SnapshotRequest.none()));
    }

    private static List<String> rows(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        }
    }

    @Test
    void thirtyFiveDaysAreReadWhole() throws IOException {
        Path file = SharedData.path("pool-minutes/polygon_usdc_weth_005_2022-07-19_2022-08-22.csv.gz");
        List<String> rows = rows(file);

        Replayed replayed = replay(file);

        assertThat(replayed.summary().deadLetters()).isZero();
        assertThat(replayed.summary().items()).isEqualTo(rows.size());
        assertThat(replayed.sink().values(Topic.PRICE_TICKS, PriceTick.class))
                .extracting(RecordedMinutesTest::figures)
                .isEqualTo(rows.stream().map(RecordedMinutesTest::figures).toList());
        assertThat(replayed.summary().notes())
                .as("35 days of 1440 minutes, of which the file has " + rows.size())
                .containsExactly(gaps(rows) + " gaps in the bars, " + (35 * 1440 - rows.size()) + " minutes missing");
    }

    private static long gaps(List<String> rows) {
        long gaps = 0;
        for (int i = 1; i < rows.size(); i++) {
            gaps += time(rows.get(i)).equals(time(rows.get(i - 1)).plusMinutes(1)) ? 0 : 1;
        }
        return gaps;
    }

    private static LocalDateTime time(String row) {
        return LocalDateTime.parse(row.substring(0, 19).replace(' ', 'T'));
    }

    private static String figures(PriceTick tick) {
        return String.join(
                ",",
                tick.getAmount0Raw(),
                tick.getAmount1Raw(),
                tick.getTick().toString(),
                tick.getLowestTick().toString(),
                tick.getHighestTick().toString(),
                tick.getInAmount0Raw(),
                tick.getInAmount1Raw(),
                tick.getLiquidityRaw());
    }

    private static String figures(String row) {
        String[] columns = row.replace(".0", "").split(",");
        return String.join(
                ",", columns[1], columns[2], columns[3], columns[5], columns[6], columns[7], columns[8], columns[9]);
    }

    @Test
    void ticksThatWereMadeFloatingPointNumbersAreReadToo() throws IOException {
        Path file = SharedData.path("pool-minutes/polygon_usdc_weth_005_2024-02-15_2024-02-16.csv");
        List<String> rows = rows(file);

        Replayed replayed = replay(file);

        assertThat(replayed.summary().deadLetters()).isZero();
        assertThat(replayed.sink().values(Topic.PRICE_TICKS, PriceTick.class))
                .extracting(RecordedMinutesTest::figures)
                .isEqualTo(rows.stream().map(RecordedMinutesTest::figures).toList());
    }
}
