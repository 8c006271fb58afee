/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("fault")
class StateSchemasTest {

    /** A row's schema where it is given to what stores it. */
    private static final Pattern STORED =
            Pattern.compile("(?:SingleObject<>|RowCodec\\.of)\\(\\s*(\\w+Row)\\.getClassSchema");

    @ParameterizedTest
    @MethodSource("schemas")
    void shouldSayWhatEveryFieldMeans(Schema schema) {
        assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
        assertThat(schema.getFields()).allSatisfy(field -> assertThat(field.doc())
                .as(schema.getName() + "." + field.name())
                .isNotBlank());
    }

    @Test
    void shouldReadARowThatAnEarlierVersionWrote() throws Exception {
        Schema earlier = SchemaBuilder.record("HolderRow")
                .namespace("io.ballast.streams.state")
                .fields()
                .requiredString("gone_since")
                .requiredBytes("lp_tokens")
                .endRecord();
        GenericRecord old = new GenericData.Record(earlier);
        old.put("gone_since", "x");
        old.put("lp_tokens", ByteBuffer.wrap(new byte[] {7}));
        byte[] stored = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), earlier)
                .encode(old)
                .array();
        SchemaStore.Cache earlierVersions = new SchemaStore.Cache();
        earlierVersions.addSchema(earlier);

        HolderRow row = new SingleObject<HolderRow>(HolderRow.getClassSchema(), earlierVersions).decode(stored);

        assertThat(RawIntegers.number(row.getLpTokens())).isEqualTo(7);
    }

    /** Otherwise a store that an earlier version has left could not be read. */
    @Test
    void shouldHaveTheTextOfEveryVersionThatARowEverHad() throws Exception {
        SchemaStore earlierVersions = StateSchemas.earlierVersions();
        Map<String, List<Long>> versions = RowVersions.read();

        assertThat(schemas().map(Schema::getName)).containsAll(versions.keySet());
        schemas().filter(schema -> versions.containsKey(schema.getName())).forEach(schema -> {
            List<Long> fingerprints = versions.get(schema.getName());
            assertThat(fingerprints.get(fingerprints.size() - 1))
                    .as("%s has changed: see %s", schema.getName(), RowVersions.FILE)
                    .isEqualTo(SchemaNormalization.parsingFingerprint64(schema));
            assertThat(fingerprints.subList(0, fingerprints.size() - 1))
                    .as("%s: earlier versions are among the resources", schema.getName())
                    .allMatch(fingerprint -> earlierVersions.findByFingerprint(fingerprint) != null);
        });
    }

    @Test
    void shouldKnowTheVersionsOfEveryRowThatIsStored() throws Exception {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java", "io", "ballast", "streams", "state"))) {
            String code = String.join(
                    "\n",
                    sources.filter(Files::isRegularFile)
                            .map(StateSchemasTest::text)
                            .toList());
            assertThat(STORED.matcher(code).results().map(result -> result.group(1)))
                    .hasSizeGreaterThan(20)
                    .allMatch(RowVersions.read()::containsKey);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Schema> schemas() {
        return List.of(
                AccruedLossesRow.getClassSchema(),
                AlertRow.getClassSchema(),
                AppliedRow.getClassSchema(),
                ChangeRow.getClassSchema(),
                ConcentratedStateRow.getClassSchema(),
                ConstantProductStateRow.getClassSchema(),
                DayLedgerRow.getClassSchema(),
                FlowRow.getClassSchema(),
                GrownRow.getClassSchema(),
                HeldUnitRow.getClassSchema(),
                HolderRow.getClassSchema(),
                JournalEntryRow.getClassSchema(),
                JournalRow.getClassSchema(),
                KeptWindowRow.getClassSchema(),
                JitDepositRow.getClassSchema(),
                JitRow.getClassSchema(),
                LiquidityRow.getClassSchema(),
                LossMeasureRow.getClassSchema(),
                LossesRow.getClassSchema(),
                LpMovementRow.getClassSchema(),
                MarketRow.getClassSchema(),
                OutsideLossesRow.getClassSchema(),
                PauseRow.getClassSchema(),
                PlaceRow.getClassSchema(),
                PoolPastRow.getClassSchema(),
                PositionRow.getClassSchema(),
                ReferencePriceRow.getClassSchema(),
                SlotRow.getClassSchema(),
                SourceRow.getClassSchema(),
                TickRow.getClassSchema(),
                TimelineRow.getClassSchema(),
                UnitHoldingRow.getClassSchema())
                .stream();
    }
}
