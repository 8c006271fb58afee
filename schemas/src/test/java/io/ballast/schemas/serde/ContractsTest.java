/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.schemas.catalogue.Topic;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.SocketTimeoutException;
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

    @Test
    void aRegistryThatDoesNotAnswerIsAskedOnceMore() throws Exception {
        SilentAtFirst silent = new SilentAtFirst(1);

        new Contracts(silent, "").register(EnumSet.of(Topic.REFERENCE_PRICES));

        assertThat(silent.getAllSubjects()).containsExactly("reference-prices-value");
    }

    @Test
    void onceMoreIsAll() {
        Contracts contracts = new Contracts(new SilentAtFirst(2), "");

        assertThatThrownBy(() -> contracts.register(EnumSet.of(Topic.REFERENCE_PRICES)))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("reference-prices-value");
    }

    /** Stores a schema, but so many times does not say so. */
    private static final class SilentAtFirst extends MockSchemaRegistryClient {
        private int times;

        SilentAtFirst(int times) {
            this.times = times;
        }

        @Override
        public int register(String subject, ParsedSchema schema) throws IOException, RestClientException {
            int id = super.register(subject, schema);
            if (times-- > 0) {
                throw new SocketTimeoutException("Read timed out");
            }
            return id;
        }
    }
}
