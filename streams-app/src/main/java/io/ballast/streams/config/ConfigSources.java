/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;

/** Puts settings together: a file, over it the environment, over it the flags of a command line. */
public final class ConfigSources {

    /** Of variables that are secrets to be referred to, not settings: what {@code ${env:…}} may read unless told otherwise. */
    static final String SECRET_VARIABLE_PREFIX = "BALLAST_SECRET_";

    private static final String ENVIRONMENT_PREFIX = "BALLAST_";
    private static final String OWN_PREFIX = "ballast.";
    /** Read by the launcher script and the local stack, not by us. */
    private static final Set<String> OTHERS_VARIABLES = Set.of(
            "BALLAST_HOME",
            "BALLAST_OPTS",
            "BALLAST_JAVA_OPTS",
            "BALLAST_LOG_FORM",
            "BALLAST_CACHE",
            "BALLAST_REGISTRY_ARCHIVE");

    private ConfigSources() {}

    /**
     * All settings given, by key; nothing is checked here.
     *
     * @param file  properties file
     * @param environment  of which {@code BALLAST_…} variables are taken: BALLAST_TOPIC_PREFIX is ballast.topic.prefix,
     *     BALLAST_KAFKA_BOOTSTRAP_SERVERS is kafka.bootstrap.servers, BALLAST_SCHEMA_REGISTRY_URL is schema.registry.url
     * @param flags  by key
     * @throws ConfigException if the file cannot be read
     */
    public static Map<String, String> merge(
            Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
        Map<String, String> settings = new TreeMap<>();
        file.ifPresent(path -> settings.putAll(read(path)));
        settings.putAll(ofEnvironment(environment));
        settings.putAll(flags);
        return settings;
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ConfigException("cannot read the configuration file " + file + ": " + unreadable);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }

    private static Map<String, String> ofEnvironment(Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>();
        environment.forEach((variable, value) -> {
            if (isSetting(variable)) {
                settings.put(keyOf(variable), value);
            }
        });
        return settings;
    }

    private static boolean isSetting(String variable) {
        return variable.startsWith(ENVIRONMENT_PREFIX)
                && !variable.startsWith(SECRET_VARIABLE_PREFIX)
                && !OTHERS_VARIABLES.contains(variable);
    }

    private static String keyOf(String variable) {
        String key = variable.substring(ENVIRONMENT_PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '.');
        return PassThrough.covers(key) ? key : OWN_PREFIX + key;
    }
}
