/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.schemas.catalogue.Topic;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every contract keeps to, and proof that the rules notice when one does not. */
class ContractRulesTest {
    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyContractKeepsTheRules(Topic topic) {
        assertThat(ContractRules.breaches(topic.valueSchema())).isEmpty();
    }

    @Test
    void everyContractFileIsPartOfATopicsContract() {
        File[] files = new File("src/main/avro").listFiles((folder, name) -> name.endsWith(".avsc"));
        Set<String> used = new HashSet<>();
        for (Topic topic : Topic.values()) {
            addNames(topic.valueSchema(), used);
        }

        assertThat(files)
                .extracting(ContractRulesTest::recordName)
                .doesNotHaveDuplicates()
                .isSubsetOf(used);
    }

    private static void addNames(Schema schema, Set<String> names) {
        switch (schema.getType()) {
            case RECORD -> {
                if (names.add(schema.getFullName())) {
                    schema.getFields().forEach(field -> addNames(field.schema(), names));
                }
            }
            case ENUM -> names.add(schema.getFullName());
            case ARRAY -> addNames(schema.getElementType(), names);
            case UNION -> schema.getTypes().forEach(type -> addNames(type, names));
            default -> {}
        }
    }

    /** By the file alone: it may refer to types of other files. */
    private static String recordName(File file) {
        try {
            JsonNode declaration = new ObjectMapper().readTree(file);
            return declaration.path("namespace").asText() + "."
                    + declaration.path("name").asText();
        } catch (IOException e) {
            throw new AssertionError(file + " is no schema", e);
        }
    }

    @Test
    void missingDocsAreNoticed() {
        Schema schema = SchemaBuilder.record("R")
                .namespace("n")
                .fields()
                .requiredInt("a")
                .endRecord();

        assertThat(ContractRules.breaches(schema)).containsExactlyInAnyOrder("n.R: no doc", "n.R.a: no doc");
    }

    @Test
    void camelCaseIsNoticed() {
        assertThat(ContractRules.breaches(record("poolId", Schema.create(Schema.Type.STRING))))
                .containsExactly("n.R.poolId: not snake_case");
    }

    @Test
    void rawIntegerThatIsNoStringIsNoticed() {
        assertThat(ContractRules.breaches(record("amount0_raw", Schema.create(Schema.Type.LONG))))
                .containsExactly("n.R.amount0_raw: exact integers are decimal strings");
    }

    @Test
    void optionalWithoutNullDefaultIsNoticed() {
        Schema optional = SchemaBuilder.unionOf().intType().and().nullType().endUnion();

        assertThat(ContractRules.breaches(record("a", optional)))
                .containsExactly("n.R.a: optional is [\"null\", T] with default null");
    }

    @Test
    void enumWithoutUnknownIsNoticed() {
        Schema kind = SchemaBuilder.enumeration("Kind").namespace("n").doc("d").symbols("A", "UNKNOWN");

        assertThat(ContractRules.breaches(record("kind", kind)))
                .containsExactly("n.Kind: the first symbol and the default are UNKNOWN");
    }

    private static Schema record(String field, Schema type) {
        return SchemaBuilder.record("R")
                .namespace("n")
                .doc("d")
                .fields()
                .name(field)
                .doc("d")
                .type(type)
                .noDefault()
                .endRecord();
    }
}
