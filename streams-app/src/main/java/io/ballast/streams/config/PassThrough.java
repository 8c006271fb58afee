/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import java.util.List;

/** Keys that are not ours and go on as they are: Kafka's behind a prefix, the schema registry client's plain. */
enum PassThrough {
    /** To every Kafka client, or to one kind of them: see {@link ClientKind}. */
    KAFKA("kafka."),
    REGISTRY("schema.registry."),
    BASIC_AUTH("basic.auth."),
    BEARER_AUTH("bearer.auth."),
    REGISTRATION("auto.register.schemas"),
    /** Kafka's own way of fetching secrets from elsewhere: see {@link ResolvedSettings}. */
    CONFIG_PROVIDERS(ConfigProviders.SETTING);

    private final String prefix;

    PassThrough(String prefix) {
        this.prefix = prefix;
    }

    static boolean covers(String key) {
        return List.of(values()).stream().anyMatch(pass -> key.startsWith(pass.prefix));
    }

    /** True for what the schema registry client reads. */
    static boolean isRegistryKey(String key) {
        return covers(key) && !key.startsWith(KAFKA.prefix) && !key.startsWith(CONFIG_PROVIDERS.prefix);
    }
}
