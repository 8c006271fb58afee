/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.schema.ReferencePrice;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class RegistryClientsTest {
    @Test
    void clientsOfOneMockScopeShareARegistry() throws Exception {
        Map<String, String> config = Map.of("schema.registry.url", "mock://registry-clients-test");
        try (SchemaRegistryClient writer = RegistryClients.create(config);
                SchemaRegistryClient reader = RegistryClients.create(config)) {
            byte[] value = new AvroSerializer<>(writer, true).serialize("t", Records.price());

            assertThat(new AvroDeserializer<>(ReferencePrice.class, reader).deserialize("t", value))
                    .isEqualTo(Records.price());
        }
    }

    @Test
    void missingAddressIsNamed() {
        assertThatThrownBy(() -> RegistryClients.create(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void unknownSourceOfCredentialsIsRefusedRatherThanIgnored() {
        assertThatThrownBy(() -> RegistryClients.create(Map.of(
                        "schema.registry.url", "http://127.0.0.1:1",
                        "basic.auth.credentials.source", "USERINFO",
                        "basic.auth.user.info", "me:secret-word")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("USERINFO")
                .hasMessageNotContaining("secret-word");
        assertThatThrownBy(() -> RegistryClients.create(Map.of(
                        "schema.registry.url", "http://127.0.0.1:1",
                        "bearer.auth.credentials.source", "TOKEN",
                        "bearer.auth.token", "secret-word")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("TOKEN")
                .hasMessageNotContaining("secret-word");
    }

    @Test
    void refusalsDoNotRepeatAPasswordInAnAddress() {
        assertThatThrownBy(() -> RegistryClients.create(Map.of(
                        "schema.registry.url", "http://me:secret-word@127.0.0.1:1",
                        "schema.registry.ssl.truststore.location", "/no/such/store.p12",
                        "schema.registry.ssl.truststore.password", "secret-word")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("/no/such/store.p12")
                .hasStackTraceContaining("refuses its configuration")
                .hasMessageNotContaining("secret-word");
    }

    @Test
    void registersByDefault() {
        assertThat(RegistryClients.autoRegister(Map.of())).isTrue();
        assertThat(RegistryClients.autoRegister(Map.of("auto.register.schemas", "false")))
                .isFalse();
        assertThat(RegistryClients.autoRegister(Map.of("auto.register.schemas", false)))
                .isFalse();
    }
}
