/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.producers.SharedData;
import io.ballast.producers.files.PoolsFile;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedChainTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Replayed replay(Path folder) {
        return Replayed.of(
                LogReplayOptions.of(folder.resolve("logs.jsonl"), PoolsFile.read(folder.resolve("manifest.json"))));
    }

    private static Map<String, Long> kinds(Replayed replayed) {
        return replayed.sink().records().stream()
                .map(OutgoingRecord::value)
                .collect(Collectors.groupingBy(RecordedChainTest::kind, TreeMap::new, Collectors.counting()));
    }

    private static String kind(SpecificRecord record) {
        if (record instanceof PriceTick tick) {
            return tick.getKind().toString();
        }
        if (record instanceof PositionEvent event) {
            return event.getKind().toString();
        }
        return record instanceof PoolEvent event ? event.getKind().toString() : "POOL";
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain/lab-seed-101", "chain/lab-seed-102-reorgs"})
    void everyLogOfTheBookBecomesItsRecord(String name) throws IOException {
        Path folder = SharedData.path(name);
        RecordedLogs recorded = new RecordedLogs(folder.resolve("manifest.json"), folder.resolve("logs.jsonl"));
        Map<String, Long> expected = new TreeMap<>(recorded.kinds());
        if (recorded.donations() > 0) {
            expected.put("TOKEN_TRANSFER", recorded.donations());
        }

        Replayed replayed = replay(folder);

        assertThat(kinds(replayed)).isEqualTo(expected);
        ReplaySummary summary = replayed.summary();
        assertThat(summary.deadLetters()).isZero();
        assertThat(summary.repeats()).isZero();
        assertThat(summary.unattributed()).isEmpty();
        assertThat(summary.items()).isEqualTo(recorded.logs().size());
    }

    /** The manager's own view, asked of the contract, of which pool and range each NFT stands for. */
    @ParameterizedTest
    @ValueSource(strings = {"chain/lab-seed-101", "chain/lab-seed-102-reorgs"})
    void everyNftIsBroughtToItsPoolAndRange(String name) throws IOException {
        Path folder = SharedData.path(name);
        Set<String> hashes = canonicalHashes(folder);
        Map<String, String> truth = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("truth.jsonl"))) {
            JsonNode row = JSON.readTree(line);
            if (row.get("type").asText().equals("position")
                    && hashes.contains(row.get("blockHash").asText())) {
                String id = row.get("tokenId").asText();
                truth.put(
                        id,
                        row.get("pool").asText() + row.get("tickLower").asInt() + "/"
                                + row.get("tickUpper").asInt());
                owners.put(id, row.get("owner").asText());
            } else if (row.get("type").asText().equals("checkpoint")) {
                owners.clear();
            }
        }

        List<PositionEvent> events = replay(folder).sink().values(Topic.POSITION_EVENTS, PositionEvent.class);

        Map<String, Set<String>> found = events.stream()
                .filter(event -> event.getTokenId() != null)
                .collect(Collectors.groupingBy(
                        PositionEvent::getTokenId,
                        Collectors.mapping(
                                event -> event.getPoolId().substring("uniswap-v3:31337:".length())
                                        + event.getTickLower() + "/" + event.getTickUpper(),
                                Collectors.toSet())));
        assertThat(truth).hasSizeGreaterThan(40);
        truth.forEach((id, where) -> assertThat(found.get(id)).as("NFT " + id).containsExactly(where));
        assertThat(lastHolders(events)).as("holders at the last checkpoint").containsAllEntriesOf(owners);
    }

    private static Set<String> canonicalHashes(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("blocks.jsonl")).stream()
                .map(line -> {
                    try {
                        return JSON.readTree(line).get("hash").asText();
                    } catch (IOException e) {
                        throw new IllegalStateException(line, e);
                    }
                })
                .collect(Collectors.toSet());
    }

    private static Map<String, String> lastHolders(List<PositionEvent> events) {
        Map<String, String> holders = new HashMap<>();
        events.stream()
                .filter(event -> event.getKind() == PositionEventKind.NFT_TRANSFER)
                .forEach(event -> holders.put(event.getTokenId(), event.getToAddress()));
        return holders;
    }

    @ParameterizedTest
    @ValueSource(strings = "chain/lab-seed-101")
    void onlyTheManagersSlotsAreMarkedManaged(String name) throws IOException {
        Path folder = SharedData.path(name);
        String manager = JSON.readTree(folder.resolve("manifest.json").toFile())
                .at("/contracts/npm")
                .asText();

        // Without the manifest, so that the manager has to be found out.
        Replayed replayed = Replayed.of(LogReplayOptions.of(folder.resolve("logs.jsonl"), PoolCatalogue.empty(31337)));

        List<PositionEvent> slots = replayed.sink().values(Topic.POSITION_EVENTS, PositionEvent.class).stream()
                .filter(event -> event.getOwner() != null)
                .toList();
        assertThat(slots).anyMatch(PositionEvent::getManaged).anyMatch(event -> !event.getManaged());
        assertThat(slots).allSatisfy(event -> assertThat(event.getManaged())
                .isEqualTo(event.getOwner().equals(manager)));
    }

    @ParameterizedTest
    @ValueSource(strings = "chain/lab-seed-101")
    void theManifestTellsTokensAndFeeRecipient(String name) throws IOException {
        Path folder = SharedData.path(name);
        JsonNode manifest = JSON.readTree(folder.resolve("manifest.json").toFile());

        List<PoolDefinition> pools = replay(folder).sink().values(Topic.POOLS, PoolDefinition.class);

        assertThat(pools).hasSize(10).allSatisfy(pool -> {
            assertThat(pool.getChainId()).isEqualTo(31337);
            assertThat(pool.getTokens()).extracting(PoolToken::getDecimals).allMatch(Objects::nonNull);
            assertThat(pool.getProtocolFeeRecipient())
                    .isEqualTo(
                            pool.getVenue().equals("uniswap-v2")
                                    ? manifest.get("v2FeeTo").asText()
                                    : null);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain/lab-seed-101", "chain/lab-seed-102-reorgs"})
    void timestampsGoUpThroughAllTopicsOfAPool(String name) {
        Replayed replayed = replay(SharedData.path(name));

        Map<String, List<OutgoingRecord>> pools =
                replayed.sink().records().stream().collect(Collectors.groupingBy(OutgoingRecord::key));
        pools.values().forEach(records -> assertThat(records)
                .extracting(OutgoingRecord::timestampMs)
                .isSorted()
                .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @ValueSource(strings = "chain/mainnet-weth-ens-launch/logs.jsonl")
    void aRealPoolIsReadWhole(String name) throws IOException {
        Path file = SharedData.path(name);

        Replayed replayed = Replayed.of(LogReplayOptions.of(file, PoolCatalogue.empty(1)));

        assertThat(replayed.summary().deadLetters()).isZero();
        assertThat(replayed.summary().ignored()).isEmpty();
        assertThat(replayed.sink().records()).hasSize(Files.readAllLines(file).size());
        assertThat(replayed.sink().records()).allSatisfy(record -> assertThat(record.key())
                .isEqualTo("uniswap-v3:1:0x92560c178ce069cc014138ed3c2f5221ba71f58a"));
        assertThat(replayed.sink().values(Topic.POSITION_EVENTS, PositionEvent.class))
                .as("no log of the manager is in the file")
                .noneMatch(PositionEvent::getManaged);
    }

    /** State after each event, as a public database of the pool has it. */
    @ParameterizedTest
    @ValueSource(strings = "chain/mainnet-weth-ens-launch")
    void aRealPoolsTicksAreThoseOfThePublicRecord(String name) throws IOException {
        Path folder = SharedData.path(name);
        List<String> expected = Files.readAllLines(folder.resolve("derived_state_after_each_event.csv")).stream()
                .filter(line -> line.contains(",swap,"))
                .map(line -> line.split(","))
                .map(row -> String.join(" ", row[0], row[1], row[3], row[4], row[5]))
                .toList();

        List<PriceTick> ticks = Replayed.of(LogReplayOptions.of(folder.resolve("logs.jsonl"), PoolCatalogue.empty(1)))
                .sink()
                .values(Topic.PRICE_TICKS, PriceTick.class);

        assertThat(expected).isNotEmpty();
        assertThat(ticks)
                .extracting(tick -> String.join(
                        " ",
                        Long.toString(tick.getBlockNumber()),
                        Integer.toString(tick.getLogIndex()),
                        tick.getSqrtPriceX96Raw(),
                        Integer.toString(tick.getTick()),
                        tick.getLiquidityRaw()))
                .isEqualTo(expected);
    }
}
