/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schemas.catalogue.Topic;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaBuilder.FieldAssembler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The gate bites: what a registry would refuse, it refuses, transitively, and it says what to do. */
@Tag("fault")
class EvolutionGateTest {
    private static final Topic INPUT = Topic.PRICE_TICKS;
    private static final Topic OUTPUT = Topic.POSITION_RISK;

    private final Schema first =
            fields().requiredString("id").requiredDouble("price").endRecord();
    private final Schema withOptional = fields().requiredString("id")
            .requiredDouble("price")
            .optionalDouble("bid")
            .endRecord();

    @Test
    void unchangedSchemaPasses() {
        assertThat(EvolutionGate.objection(OUTPUT, List.of(first), first)).isEmpty();
        assertThat(EvolutionGate.objection(OUTPUT, List.of(first, withOptional), withOptional))
                .isEmpty();
    }

    @Test
    void compatibleChangeAsksForANewFile() {
        assertThat(EvolutionGate.objection(OUTPUT, List.of(first), withOptional))
                .hasValueSatisfying(message -> assertThat(message)
                        .contains("changed, compatibly", "copy its .avsc to", "position-risk")
                        .endsWith("released.")
                        .contains("2.avsc"));
    }

    @Test
    void removedFieldIsRefusedOnBothSides() {
        Schema without = fields().requiredString("id").endRecord();

        assertThat(EvolutionGate.objection(INPUT, List.of(first), without))
                .hasValueSatisfying(message -> assertThat(message).contains("not FORWARD_TRANSITIVE", "price"));
        assertThat(EvolutionGate.objection(OUTPUT, List.of(first), without))
                .hasValueSatisfying(message -> assertThat(message).contains("not FULL_TRANSITIVE", "price"));
    }

    @Test
    void newRequiredFieldMayComeInAnInputButNotInAnOutput() {
        Schema more = fields().requiredString("id")
                .requiredDouble("price")
                .requiredInt("tick")
                .endRecord();

        assertThat(EvolutionGate.objection(INPUT, List.of(first), more))
                .hasValueSatisfying(message -> assertThat(message).contains("changed, compatibly"));
        assertThat(EvolutionGate.objection(OUTPUT, List.of(first), more))
                .hasValueSatisfying(message -> assertThat(message).contains("not FULL_TRANSITIVE", "tick"));
    }

    @Test
    void changedTypeIsRefused() {
        Schema text = fields().requiredString("id").requiredString("price").endRecord();

        assertThat(EvolutionGate.objection(INPUT, List.of(first), text))
                .hasValueSatisfying(message -> assertThat(message).contains("not FORWARD_TRANSITIVE"));
    }

    @Test
    void fieldThatComesBackWithAnotherTypeIsRefusedThoughTheLastSchemaWouldAllowIt() {
        Schema bidIsText = fields().requiredString("id")
                .requiredDouble("price")
                .optionalString("bid")
                .endRecord();

        assertThat(EvolutionGate.objection(OUTPUT, List.of(withOptional, first), bidIsText))
                .hasValueSatisfying(message -> assertThat(message).contains("not FULL_TRANSITIVE", "bid"));
    }

    @Test
    void newSymbolPassesSinceOldReadersHaveADefault() {
        assertThat(EvolutionGate.objection(OUTPUT, List.of(withKind("UNKNOWN")), withKind("UNKNOWN", "NEW")))
                .hasValueSatisfying(message -> assertThat(message).contains("changed, compatibly"));
    }

    @Test
    void unsoundHistoryIsRefusedThoughTodayIsItsNewest() {
        Schema without = fields().requiredString("id").endRecord();

        assertThat(EvolutionGate.objection(OUTPUT, List.of(first, without), without))
                .hasValueSatisfying(message -> assertThat(message).contains("not FULL_TRANSITIVE"));
    }

    @Test
    void topicWithoutHistoryIsRefused() {
        assertThat(EvolutionGate.objection(OUTPUT, List.of(), first))
                .hasValueSatisfying(message -> assertThat(message).contains("no schema history", "1.avsc"));
    }

    private static FieldAssembler<Schema> fields() {
        return SchemaBuilder.record("R").namespace("io.ballast.schema").fields();
    }

    private static Schema withKind(String... symbols) {
        Schema kind = SchemaBuilder.enumeration("Kind").defaultSymbol("UNKNOWN").symbols(symbols);
        return fields().name("kind").type(kind).withDefault("UNKNOWN").endRecord();
    }
}
