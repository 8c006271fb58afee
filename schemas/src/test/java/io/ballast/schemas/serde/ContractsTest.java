/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schemas.catalogue.Topic;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ContractsTest {
    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();

    @Test
    void everyTopicsContractIsRegisteredWithItsRuleOfEvolution() throws Exception {
        new Contracts(registry, "x.").register(EnumSet.allOf(Topic.class));

        assertThat(registry.getAllSubjects()).hasSize(Topic.values().length);
        assertThat(registry.getCompatibility("x.price-ticks-value")).isEqualTo("FORWARD_TRANSITIVE");
        assertThat(registry.getCompatibility("x.position-risk-value")).isEqualTo("FULL_TRANSITIVE");
    }

    @Test
    void serializersThenFindTheirIdsWithoutRegistering() {
        new Contracts(registry, "").register(EnumSet.of(Topic.REFERENCE_PRICES));

        assertThat(new AvroSerializer<>(registry, false).serialize("reference-prices", Records.price()))
                .isNotNull();
    }
}
