/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/** Writes the reference page of our settings, in Markdown. */
public final class ConfigReference {

    private static final String HEAD =
            """
            # Settings

            This page is generated from the definition in the code; a test holds it current.

            Settings come from a properties file, over it the environment, over it command line flags. In the environment
            `BALLAST_TOPIC_PREFIX` is `ballast.topic.prefix`. A `ballast.` key that is not listed here is an error.

            Kafka's own settings pass through: `kafka.<setting>` to every client, `kafka.streams.<setting>`,
            `kafka.producer.<setting>`, `kafka.consumer.<setting>` and `kafka.admin.<setting>` to one kind of client; in the
            environment `BALLAST_KAFKA_BOOTSTRAP_SERVERS` is `kafka.bootstrap.servers`. The schema registry client's settings
            (`schema.registry.url`, `schema.registry.ssl.*`, `basic.auth.*`, `bearer.auth.*`, `auto.register.schemas`) pass
            through as they are; in the environment `BALLAST_SCHEMA_REGISTRY_URL` is `schema.registry.url`.

            Values may refer to secrets that stand elsewhere (`${file:…}`, `${dir:…}`, `${env:…}`): see
            [security in operation](../operations/security.md#secrets).

            | setting | type | default | bounds | meaning |
            |---|---|---|---|---|
            """;

    private ConfigReference() {}

    public static String markdown(ConfigDef definition) {
        StringBuilder page = new StringBuilder(HEAD);
        definition.configKeys().values().stream()
                .sorted((one, other) -> one.name.compareTo(other.name))
                .forEach(key -> page.append(row(key)));
        return page.toString();
    }

    private static String row(ConfigDef.ConfigKey key) {
        String bounds = key.validator == null ? "" : key.validator.toString();
        return String.format(
                "| `%s` | %s | %s | %s | %s |\n",
                key.name,
                key.type.name().toLowerCase(java.util.Locale.ROOT),
                defaultOf(key),
                bounds,
                key.documentation);
    }

    private static String defaultOf(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        boolean empty = key.defaultValue instanceof Collection<?> list
                ? list.isEmpty()
                : List.of("").contains(key.defaultValue);
        return empty ? "empty" : "`" + key.defaultValue + "`";
    }
}
