/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.security.basicauth.BasicAuthCredentialProviderFactory;
import io.confluent.kafka.schemaregistry.client.security.bearerauth.BearerAuthCredentialProviderFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * Makes clients of the schema registry from Kafka-style configuration.
 *
 * <p>{@code schema.registry.url} is needed: one address or several with commas; {@code mock://scope} is a registry in
 * this process that all clients of that scope share. Everything else goes to the Confluent client under its own keys:
 * {@code basic.auth.credentials.source}, {@code basic.auth.user.info}, {@code bearer.auth.*},
 * {@code schema.registry.ssl.*}, {@code http.connect.timeout.ms}, {@code proxy.host} and so on. Values are never
 * logged nor put in messages.
 */
public final class RegistryClients {
    /** Address of the registry. */
    public static final String URL = "schema.registry.url";

    /** Whether schemas that the registry does not have are registered when first written; default true. */
    public static final String AUTO_REGISTER = "auto.register.schemas";

    /** Schemas that a client remembers for each subject: far more than a topic ever has. */
    private static final int SCHEMAS_PER_SUBJECT = 1000;

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");

    private RegistryClients() {}

    /**
     * A caching, thread-safe client; the caller closes it.
     *
     * @throws ConfigException if the address is missing or the client refuses the configuration
     */
    public static SchemaRegistryClient create(Map<String, ?> config) {
        List<String> urls = urls(config);
        Map<String, Object> clear = withClearPasswords(config);
        try {
            requireKnownCredentials(clear);
            return SchemaRegistryClientFactory.newClient(
                    urls, SCHEMAS_PER_SUBJECT, List.of(new AvroSchemaProvider()), clear, Map.of());
        } catch (ConfigException e) {
            throw e;
        } catch (RuntimeException e) {
            // Not as the cause: its message may hold an address with a password, and ours must not.
            throw new ConfigException("The schema registry client refuses its configuration: " + withoutUserInfo(e));
        }
    }

    /** Whether to register schemas: {@value #AUTO_REGISTER}, true unless it says false. */
    public static boolean autoRegister(Map<String, ?> config) {
        Object value = config.get(AUTO_REGISTER);
        return value == null || Boolean.parseBoolean(value.toString().trim());
    }

    private static List<String> urls(Map<String, ?> config) {
        List<String> urls = COMMA.splitAsStream(text(config.get(URL)).trim())
                .filter(url -> !url.isBlank())
                .toList();
        if (urls.isEmpty()) {
            throw new ConfigException(
                    URL + " is missing: give the schema registry's address, such as http://127.0.0.1:8081");
        }
        return urls;
    }

    private static String text(Object urls) {
        if (urls instanceof List<?> list) {
            return list.stream().map(Object::toString).collect(Collectors.joining(","));
        }
        return urls == null ? "" : urls.toString();
    }

    /** The client casts some secrets to String, where Kafka hands over Password. */
    private static Map<String, Object> withClearPasswords(Map<String, ?> config) {
        Map<String, Object> clear = new HashMap<>();
        config.forEach((key, value) -> clear.put(key, value instanceof Password password ? password.value() : value));
        return clear;
    }

    /** The client itself goes on without credentials when it does not know their source. */
    private static void requireKnownCredentials(Map<String, Object> config) {
        String basic = (String) config.get(SchemaRegistryClientConfig.BASIC_AUTH_CREDENTIALS_SOURCE);
        if (basic != null && BasicAuthCredentialProviderFactory.getBasicAuthCredentialProvider(basic, config) == null) {
            throw new ConfigException(
                    SchemaRegistryClientConfig.BASIC_AUTH_CREDENTIALS_SOURCE, basic, "no such source of credentials");
        }
        String bearer = (String) config.get(SchemaRegistryClientConfig.BEARER_AUTH_CREDENTIALS_SOURCE);
        if (bearer != null
                && BearerAuthCredentialProviderFactory.getBearerAuthCredentialProvider(bearer, config) == null) {
            throw new ConfigException(
                    SchemaRegistryClientConfig.BEARER_AUTH_CREDENTIALS_SOURCE, bearer, "no such source of credentials");
        }
    }

    private static String withoutUserInfo(Throwable refusal) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : ": ").append(cause.getMessage());
        }
        return USER_INFO.matcher(text).replaceAll("//***@");
    }
}
