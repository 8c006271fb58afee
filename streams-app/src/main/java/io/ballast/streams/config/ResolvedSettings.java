/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;

/**
 * Settings in which references, such as {@code ${file:/run/secrets/kafka.properties:password}}, have been replaced by what they
 * name. What came in that way is not to be shown: in its place the reference is.
 *
 * @param values  by key
 * @param references  the text as it was given, of the settings that have references in it
 */
public record ResolvedSettings(Map<String, String> values, Map<String, String> references) {

    public ResolvedSettings {
        values = Map.copyOf(values);
        references = Map.copyOf(references);
    }

    /**
     * Reads what is referred to, once.
     *
     * @param given  by key; {@code config.providers…} among them say where references lead, and are done with then
     * @param environment  that {@code ${env:…}} reads
     * @throws ConfigException if a reference names nothing
     */
    public static ResolvedSettings of(Map<String, String> given, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> references = new HashMap<>();
        try (ConfigProviders providers = ConfigProviders.of(given, environment)) {
            // In order, so that of several mistakes always the same one is told.
            new TreeMap<>(given).forEach((key, text) -> {
                if (!key.startsWith(ConfigProviders.SETTING)) {
                    String value = providers.replaced(key, text);
                    values.put(key, value);
                    if (!value.equals(text)) {
                        references.put(key, text);
                    }
                }
            });
        }
        return new ResolvedSettings(values, references);
    }

    /** All but those whose keys begin so. */
    public ResolvedSettings without(String prefix) {
        Map<String, String> others = new HashMap<>(values);
        others.keySet().removeIf(key -> key.startsWith(prefix));
        return new ResolvedSettings(others, references);
    }

    /** With some that win over these. */
    public ResolvedSettings with(Map<String, String> decided) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(decided);
        Map<String, String> others = new HashMap<>(references);
        others.keySet().removeAll(decided.keySet());
        return new ResolvedSettings(all, others);
    }

    /** The keys alone. */
    @Override
    public String toString() {
        return "settings " + new TreeMap<>(values).keySet();
    }
}
