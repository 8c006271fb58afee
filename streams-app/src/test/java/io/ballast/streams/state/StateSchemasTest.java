/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
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

    static Stream<Schema> schemas() {
        return List.of(
                AccruedLossesRow.getClassSchema(),
                AppliedRow.getClassSchema(),
                ChangeRow.getClassSchema(),
                ConcentratedStateRow.getClassSchema(),
                ConstantProductStateRow.getClassSchema(),
                FlowRow.getClassSchema(),
                GrownRow.getClassSchema(),
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
                OutsideLossesRow.getClassSchema(),
                PauseRow.getClassSchema(),
                PlaceRow.getClassSchema(),
                PoolPastRow.getClassSchema(),
                PositionRow.getClassSchema(),
                ReferencePriceRow.getClassSchema(),
                SlotRow.getClassSchema(),
                SourceRow.getClassSchema(),
                TickRow.getClassSchema(),
                TimelineRow.getClassSchema())
                .stream();
    }
}
