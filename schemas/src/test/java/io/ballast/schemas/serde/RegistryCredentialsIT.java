/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials reach the registry by the Confluent client's own keys, over HTTP and TLS. */
class RegistryCredentialsIT {
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("desk:pass-word".getBytes(StandardCharsets.UTF_8));

    @Test
    void none() throws IOException {
        assertThat(authorizationSent(Map.of())).isEqualTo("none");
    }

    @Test
    void basicFromUserInfo() throws IOException {
        assertThat(authorizationSent(Map.of(
                        "basic.auth.credentials.source", "USER_INFO",
                        "basic.auth.user.info", "desk:pass-word")))
                .isEqualTo(BASIC);
    }

    @Test
    void basicFromAPasswordAsKafkaHandsItOver() throws IOException {
        assertThat(authorizationSent(Map.of(
                        "basic.auth.credentials.source",
                        "USER_INFO",
                        "basic.auth.user.info",
                        new Password("desk:pass-word"))))
                .isEqualTo(BASIC);
    }

    @Test
    void basicFromTheAddress() throws IOException {
        try (FakeRegistry registry = FakeRegistry.http()) {
            register(Map.of(
                    "schema.registry.url",
                    "http://desk:pass-word@" + registry.address(),
                    "basic.auth.credentials.source",
                    "URL"));

            assertThat(registry.authorizations()).containsExactly(BASIC);
        }
    }

    @Test
    void staticBearerToken() throws IOException {
        assertThat(authorizationSent(
                        Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "t0ken")))
                .isEqualTo("Bearer t0ken");
    }

    @Test
    void bearerTokenFromAnOAuthServer() throws IOException {
        try (FakeRegistry registry = FakeRegistry.http()) {
            register(Map.of(
                    "schema.registry.url", registry.url(),
                    "bearer.auth.credentials.source", "OAUTHBEARER",
                    "bearer.auth.issuer.endpoint.url", registry.url() + "/token",
                    "bearer.auth.client.id", "desk",
                    "bearer.auth.client.secret", "pass-word",
                    "bearer.auth.scope", "registry",
                    "bearer.auth.logical.cluster", "lsrc-1",
                    "bearer.auth.identity.pool.id", "pool-1"));

            assertThat(registry.authorizations()).containsExactly("Bearer " + UnsignedToken.VALUE);
        }
    }

    @Test
    void tlsWithATruststore(@TempDir Path folder) throws Exception {
        TestKeystore keystore = TestKeystore.create(folder);
        try (FakeRegistry registry = FakeRegistry.https(keystore.serverContext())) {
            register(Map.of(
                    "schema.registry.url",
                    registry.url(),
                    "schema.registry.ssl.truststore.location",
                    keystore.file().toString(),
                    "schema.registry.ssl.truststore.type",
                    "PKCS12",
                    "schema.registry.ssl.truststore.password",
                    new Password(TestKeystore.PASSWORD)));

            assertThat(registry.authorizations()).hasSize(1);
        }
    }

    @Test
    void tlsWithoutATruststoreIsRefused(@TempDir Path folder) throws Exception {
        TestKeystore keystore = TestKeystore.create(folder);
        try (FakeRegistry registry = FakeRegistry.https(keystore.serverContext())) {
            assertThatThrownBy(() -> register(Map.of("schema.registry.url", registry.url())))
                    .isInstanceOf(RegistryUnavailableException.class);

            assertThat(registry.authorizations()).isEmpty();
        }
    }

    private static String authorizationSent(Map<String, ?> credentials) throws IOException {
        try (FakeRegistry registry = FakeRegistry.http()) {
            Map<String, Object> config = new HashMap<>(credentials);
            config.put("schema.registry.url", registry.url());
            register(config);
            assertThat(registry.authorizations()).hasSize(1);
            return registry.authorizations().get(0);
        }
    }

    private static void register(Map<String, ?> config) throws IOException {
        try (SchemaRegistryClient client = RegistryClients.create(config)) {
            byte[] value = new AvroSerializer<>(client, true).serialize("t", Records.price());
            assertThat(ByteBuffer.wrap(value).getInt(1)).isEqualTo(7);
        }
    }
}
