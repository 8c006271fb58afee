/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A file of settings, as {@code --config} takes it. */
public record SettingsFile(Path path) {

    /** Writes it, over what was there. */
    public static SettingsFile write(Path path, Map<String, String> settings) throws IOException {
        List<String> lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
        return new SettingsFile(Files.write(path, lines));
    }

    /** A command line that names it. */
    public String[] with(String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of("--config", path.toString()))
                .toArray(String[]::new);
    }
}
