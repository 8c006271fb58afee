/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schemas.catalogue.Topic;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gate itself: today's schemas against the committed history. */
@Tag("fault")
class SchemaEvolutionTest {
    @ParameterizedTest
    @EnumSource(Topic.class)
    void todaysSchemaIsTheNewestOfASoundHistory(Topic topic) {
        // Without the marks of the Java generator, which the files do not have.
        Schema today = new Schema.Parser()
                .parse(topic.valueSchema()
                        .toString()
                        .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
                        .replace(",\"avro.java.string\":\"String\"", ""));

        assertThat(EvolutionGate.objection(topic, SchemaHistory.of(topic), today))
                .isEmpty();
    }
}
