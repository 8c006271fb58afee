/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.config;

import io.ballast.cli.CliContext;
import io.ballast.desk.config.DeskKeys;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.ConfigSources;
import io.ballast.streams.config.ResolvedSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of one command line, layer by layer; a later layer wins over an earlier one. Immutable. */
public final class Settings {
    static final String DEFAULT = "default";

    /** Settings and where they come from. */
    private record Layer(String source, Map<String, String> settings) {}

    private final List<Layer> layers;
    private final Map<String, String> environment;

    private Settings(List<Layer> layers, Map<String, String> environment) {
        this.layers = layers;
        this.environment = environment;
    }

    /**
     * Of a file, the environment and the flags.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the file cannot be read
     */
    public static Settings of(CliContext context) {
        Optional<java.nio.file.Path> file = context.options().configFile();
        String fileName = file.map(path -> "file " + path).orElse("no file");
        return new Settings(
                List.of(
                        new Layer(DEFAULT, defaults(context)),
                        new Layer(fileName, ConfigSources.merge(file, Map.of(), Map.of())),
                        new Layer(
                                "environment", ConfigSources.merge(Optional.empty(), context.environment(), Map.of())),
                        new Layer("--set", context.options().overrides())),
                context.environment());
    }

    /** The one default that depends on who runs us. */
    private static Map<String, String> defaults(CliContext context) {
        return Map.of(
                BallastKeys.STATE_DIR,
                StateFolder.of(context.environment()).resolve("streams").toString());
    }

    /**
     * All settings given, the last layer winning, with what references name in their places.
     *
     * @throws org.apache.kafka.common.config.ConfigException if one names nothing
     */
    public ResolvedSettings resolved() {
        Map<String, String> merged = new HashMap<>();
        layers.forEach(layer -> merged.putAll(layer.settings()));
        return ResolvedSettings.of(merged, environment);
    }

    /**
     * Checked.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a key is unknown or a value out of bounds
     */
    public BallastConfig config() {
        return checked(resolved());
    }

    /** Checked, with some that win over all: those of a local stack. */
    public BallastConfig configWith(Map<String, String> decided) {
        return checked(resolved().with(decided));
    }

    /** Any settings, checked: ours and the desk's may stand in one file. */
    public static BallastConfig checked(ResolvedSettings settings) {
        return BallastConfig.of(settings, DeskKeys.definition());
    }

    /** Where a key's value comes from. */
    String source(String key) {
        String source = DEFAULT;
        for (Layer layer : layers) {
            if (layer.settings().containsKey(key)) {
                source = layer.source();
            }
        }
        return source;
    }
}
