/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.producers.files.InputException;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What logs as CSV become is what the same logs become as JSON lines. */
class EtlCsvReplayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER =
            "log_index,transaction_hash,transaction_index,block_hash,block_number,address,data,topics";
    private static final List<String> LOGS =
            List.of(LogLines.pairCreated(1), LogLines.sync(1, 1), LogLines.sync(2, 0), LogLines.sync(5, 3));

    @TempDir
    private Path folder;

    @Test
    void logsWithTheirBlocksGiveTheRecordsOfJsonLines() throws IOException {
        Path logs = file("logs.csv", HEADER, rows(log -> etl(log)));
        Path blocks = file(
                "blocks.csv",
                "number,hash,parent_hash,timestamp,transaction_count",
                List.of(block(1), block(2), block(5)));

        assertThat(records(logs, Optional.of(blocks))).isEqualTo(recordsOfJson());
    }

    @Test
    void timesMayStandInTheLogs() throws IOException {
        Path logs = file(
                "logs.csv",
                HEADER + ",block_timestamp",
                rows(log -> etl(log) + "," + log.get("blockTimestamp").asText()));

        assertThat(records(logs, Optional.empty())).isEqualTo(recordsOfJson());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd HH:mm:ss 'UTC'",
                "yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-dd HH:mm:ss+00:00",
                "yyyy-MM-dd'T'HH:mm:ss'Z'"
            })
    void timesMayBeWrittenOutAndTopicsBeAList(String form) throws IOException {
        DateTimeFormatter written =
                DateTimeFormatter.ofPattern(form.replace("+00:00", "'+00:00'")).withZone(ZoneOffset.UTC);
        Path logs = file(
                "logs.csv",
                HEADER + ",block_timestamp",
                rows(log -> etl(log, "['" + String.join("', '", topics(log)) + "']") + ","
                        + written.format(
                                Instant.ofEpochSecond(log.get("blockTimestamp").asLong()))));

        assertThat(records(logs, Optional.empty())).isEqualTo(recordsOfJson());
    }

    @Test
    void theNextFileMayBeOfTheOtherForm() throws IOException {
        List<String> rows =
                rows(log -> etl(log) + "," + log.get("blockTimestamp").asText());
        Path first = file("1.csv", HEADER + ",block_timestamp", rows.subList(0, 2));
        Path second = Files.write(folder.resolve("2.jsonl"), LOGS.subList(2, 4));

        List<OutgoingRecord> records = Replayed.of(new LogReplayOptions(
                        List.of(first, second), PoolCatalogue.empty(1), Optional.empty(), SnapshotRequest.none()))
                .sink()
                .records();

        assertThat(records).isEqualTo(recordsOfJson());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "block_number; x; blockNumber is \"x\", not a whole number",
                "data; 0xabc; data is \"0xabc\", not 0x and an even number of hex digits",
                "topics; 0x12; topic 0 is \"0x12\", not 0x and 64 hex digits",
                "address; ; address is empty",
                "block_timestamp; soon; block_timestamp is [soon], not seconds since the epoch"
            })
    void aBrokenLineIsADeadLetterThatNamesPlaceValueAndRule(String column, String value, String reason)
            throws IOException {
        List<String> columns = List.of((HEADER + ",block_timestamp").split(","));
        List<String> rows = new ArrayList<>(rows(log ->
                etl(log, topics(log).get(0)) + "," + log.get("blockTimestamp").asText()));
        List<String> broken = new ArrayList<>(List.of(rows.get(2).split(",")));
        broken.set(columns.indexOf(column), value == null ? "" : value);
        rows.set(2, String.join(",", broken));
        Path logs = file("logs.csv", String.join(",", columns), rows);

        Replayed replayed = Replayed.of(LogReplayOptions.of(logs, PoolCatalogue.empty(1)));

        assertThat(replayed.sink().values(Topic.DEAD_LETTERS, DeadLetter.class))
                .extracting(DeadLetter::getReason)
                .anySatisfy(told -> assertThat(told).contains(logs + ":4: ").contains(reason));
    }

    @Test
    void saysWhichColumnIsMissing() throws IOException {
        Path logs = file("logs.csv", "log_index,transaction_hash,block_hash,block_number,address,topics", List.of());

        assertThatThrownBy(() -> records(logs, Optional.empty()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("logs.csv:1: column data is missing");
    }

    /** Raw files of demeter-fetch are of one contract, and have neither its address nor blocks' hashes. */
    @Test
    void aRawFileIsOfTheContractInItsName() throws IOException {
        String header = "block_number,block_timestamp,transaction_hash,transaction_index,log_index,topics,data";
        List<String> rows = rows(log -> log.get("blockNumber").asText() + ","
                        + written(log.get("blockTimestamp").asLong()) + ","
                        + log.get("transactionHash").asText() + ",0,"
                        + log.get("logIndex").asText() + ",\"['"
                        + String.join("', '", topics(log)) + "']\","
                        + log.get("data").asText())
                .subList(1, 4);
        Path raw = file("ethereum-" + LogLines.PAIR + "-2023-11-14.raw.csv", header, rows);

        List<PriceTick> ticks =
                Replayed.of(LogReplayOptions.of(raw, pair())).sink().values(Topic.PRICE_TICKS, PriceTick.class);

        assertThat(ticks).hasSize(3);
        assertThat(ticks.get(2)).satisfies(tick -> {
            assertThat(tick.getInstrumentId()).isEqualTo("uniswap-v2:1:" + LogLines.PAIR);
            assertThat(tick.getReserve0Raw()).isEqualTo("1005");
            assertThat(tick.getReserve1Raw()).isEqualTo("2003");
            assertThat(tick.getEventTime()).isEqualTo(Instant.ofEpochSecond(LogLines.timestamp(5)));
            assertThat(tick.getBlockHash()).isEqualTo("0x" + "0".repeat(63) + "5");
        });
    }

    @Test
    void aRawFileWithoutAnAddressInItsNameIsRefused() throws IOException {
        Path raw = file("raw.csv", "block_number,block_timestamp,transaction_hash,log_index,topics,data", List.of());

        assertThatThrownBy(() -> records(raw, Optional.empty()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("raw.csv:1")
                .hasMessageContaining("no column address");
    }

    private static PoolCatalogue pair() {
        PoolListing pair = new PoolListing(
                LogLines.PAIR,
                PoolKind.CONSTANT_PRODUCT,
                PoolListing.UNISWAP_V2,
                LogLines.TOKEN0,
                LogLines.TOKEN1,
                Optional.of(PoolListing.UNISWAP_V2_FEE_PIPS),
                Optional.empty());
        return new PoolCatalogue(1, Map.of(LogLines.PAIR, pair), Map.of(), Optional.empty(), Set.of());
    }

    private static String written(long seconds) {
        return Instant.ofEpochSecond(seconds).toString().replace('T', ' ').replace("Z", "+00:00");
    }

    private List<OutgoingRecord> recordsOfJson() throws IOException {
        return records(Files.write(folder.resolve("logs.jsonl"), LOGS), Optional.empty());
    }

    private static List<OutgoingRecord> records(Path file, Optional<Path> blocks) {
        return Replayed.of(new LogReplayOptions(List.of(file), PoolCatalogue.empty(1), blocks, SnapshotRequest.none()))
                .sink()
                .records();
    }

    private interface Form {
        String of(JsonNode log);
    }

    private static List<String> rows(Form form) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String log : LOGS) {
            rows.add(form.of(JSON.readTree(log)));
        }
        return rows;
    }

    /** A row of ethereum-etl's logs.csv. */
    private static String etl(JsonNode log) {
        return etl(log, String.join(",", topics(log)));
    }

    private static String etl(JsonNode log, String topics) {
        return String.join(
                ",",
                log.get("logIndex").asText(),
                log.get("transactionHash").asText(),
                "0",
                log.get("blockHash").asText(),
                log.get("blockNumber").asText(),
                log.get("address").asText(),
                log.get("data").asText(),
                topics.contains(",") ? "\"" + topics + "\"" : topics);
    }

    private static List<String> topics(JsonNode log) {
        List<String> topics = new ArrayList<>();
        log.get("topics").forEach(topic -> topics.add(topic.asText()));
        return topics;
    }

    private static String block(long number) {
        return number + "," + LogLines.blockHash(number, 1) + ",0x," + LogLines.timestamp(number) + ",1";
    }

    private Path file(String name, String header, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(rows);
        return Files.write(folder.resolve(name), lines);
    }
}
