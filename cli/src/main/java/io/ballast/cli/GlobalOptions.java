/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings as a properties file; Kafka's own keys pass through.")
    private Path configFile;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "One setting; wins over the file and the environment.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            defaultValue = "table",
            description = "How results are printed: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat output = OutputFormat.table;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colours, whatever the terminal can do.")
    private boolean noColour;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Our own log on the screen, and whole stack traces of errors.")
    private boolean verbose;

    public Optional<Path> configFile() {
        return Optional.ofNullable(configFile);
    }

    public Map<String, String> overrides() {
        return Map.copyOf(overrides);
    }

    public OutputFormat output() {
        return output;
    }

    public boolean noColour() {
        return noColour;
    }

    public boolean verbose() {
        return verbose;
    }
}
