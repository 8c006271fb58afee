/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.apache.kafka.common.utils.Utils;

/**
 * Kafka's config providers, by name: {@code file}, {@code dir} and {@code env} unless {@code config.providers} names others. Unlike
 * Kafka itself, which leaves a reference that names nothing as it stands, they refuse it: it would be taken for the secret.
 */
final class ConfigProviders implements AutoCloseable {

    static final String SETTING = "config.providers";

    private static final String USUAL = "file,dir,env";
    private static final String ENVIRONMENT = "env";

    private final Map<String, ConfigProvider> byName = new LinkedHashMap<>();

    private ConfigProviders() {}

    /**
     * Those that the settings ask for.
     *
     * @param environment  that {@code env} reads: those of its variables that match its allow list
     * @throws ConfigException if there is none such, or it refuses its parameters
     */
    static ConfigProviders of(Map<String, String> settings, Map<String, String> environment) {
        ConfigProviders providers = new ConfigProviders();
        Arrays.stream(settings.getOrDefault(SETTING, USUAL).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> providers.byName.put(name, provider(name, settings, environment)));
        return providers;
    }

    private static ConfigProvider provider(String name, Map<String, String> settings, Map<String, String> environment) {
        ConfigProvider provider = named(name, settings.get(SETTING + "." + name + ".class"), environment);
        Map<String, String> parameters = new HashMap<>();
        if (name.equals(ENVIRONMENT)) {
            parameters.put(
                    EnvVarConfigProvider.ALLOWLIST_PATTERN_CONFIG, ConfigSources.SECRET_VARIABLE_PREFIX + "[A-Z0-9_]+");
        }
        String prefix = SETTING + "." + name + ".param.";
        settings.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                parameters.put(key.substring(prefix.length()), value);
            }
        });
        try {
            provider.configure(parameters);
            return provider;
        } catch (ConfigException refused) {
            throw new ConfigException(prefix + "*: " + refused.getMessage());
        }
    }

    private static ConfigProvider named(String name, String className, Map<String, String> environment) {
        if (className != null && !className.equals(EnvVarConfigProvider.class.getName())) {
            return instance(name, className);
        }
        return switch (className == null ? name : ENVIRONMENT) {
            case "file" -> new FileConfigProvider();
            case "dir" -> new DirectoryConfigProvider();
            case ENVIRONMENT -> new EnvVarConfigProvider(environment);
            default ->
                throw new ConfigException(
                        SETTING + " names " + name + ", but there is no " + SETTING + "." + name + ".class");
        };
    }

    private static ConfigProvider instance(String name, String className) {
        try {
            return Utils.newInstance(className, ConfigProvider.class);
        } catch (ClassNotFoundException | ClassCastException none) {
            throw new ConfigException(
                    SETTING + "." + name + ".class", className, "is no config provider on the class path");
        }
    }

    /**
     * The text with each reference in it replaced by what it names.
     *
     * @param key  of the setting, for messages
     * @throws ConfigException if a reference names nothing
     */
    String replaced(String key, String text) {
        Matcher references = ConfigTransformer.DEFAULT_PATTERN.matcher(text);
        return references.replaceAll(reference -> Matcher.quoteReplacement(value(key, reference)));
    }

    private String value(String key, MatchResult reference) {
        ConfigProvider provider = byName.get(reference.group(1));
        if (provider == null) {
            throw new ConfigException("setting " + key + ": " + reference.group()
                    + " is of no config provider; there are " + String.join(", ", byName.keySet()));
        }
        String path = reference.group(3) == null ? "" : reference.group(3);
        String value = read(key, reference, provider, path);
        if (value == null) {
            throw new ConfigException("setting " + key + ": " + reference.group()
                    + " names nothing, or nothing that config provider " + reference.group(1) + " is allowed to read");
        }
        return value;
    }

    private static String read(String key, MatchResult reference, ConfigProvider provider, String path) {
        try {
            return provider.get(path, Set.of(reference.group(4))).data().get(reference.group(4));
        } catch (ConfigException unreadable) {
            throw new ConfigException("setting " + key + ": " + reference.group() + ": " + unreadable.getMessage());
        }
    }

    @Override
    public void close() {
        byName.forEach((name, provider) -> {
            try {
                provider.close();
            } catch (IOException unclosable) {
                throw new ConfigException("cannot close config provider " + name + ": " + unclosable.getMessage());
            }
        });
    }
}
