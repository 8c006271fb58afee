/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.schemas.settings.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where secrets stand: in a file of their own, or in a variable of the environment; never in the receivers file itself. */
record SecretSource(Map<String, String> environment) {
    private static final String FILE = "_file";
    private static final String VARIABLE = "_env";

    SecretSource {
        environment = Map.copyOf(environment);
    }

    /**
     * The secret of that name, by {@code <name>_file} or {@code <name>_env}.
     *
     * @throws org.apache.kafka.common.config.ConfigException if both are given, or there is nothing where it should be
     */
    Optional<Secret> of(YamlMap written, String name) {
        Optional<Secret> inFile = written.text(name + FILE).map(path -> read(written, name + FILE, path));
        Optional<Secret> inVariable =
                written.text(name + VARIABLE).map(variable -> variable(written, name + VARIABLE, variable));
        if (inFile.isPresent() && inVariable.isPresent()) {
            throw written.wrong(name + VARIABLE, "there is " + name + FILE + " already");
        }
        return inFile.or(() -> inVariable);
    }

    /** The same, where there has to be one. */
    Secret require(YamlMap written, String name) {
        return of(written, name)
                .orElseThrow(() -> written.wrong("name", name + FILE + " or " + name + VARIABLE + " is missing"));
    }

    private static Secret read(YamlMap written, String key, String path) {
        try {
            return filled(written, key, Files.readString(Path.of(path)), "file " + path);
        } catch (IOException unreadable) {
            throw written.wrong(
                    key, "cannot read " + path + ": " + unreadable.getClass().getSimpleName());
        }
    }

    private Secret variable(YamlMap written, String key, String variable) {
        return filled(written, key, environment.getOrDefault(variable, ""), "environment variable " + variable);
    }

    private static Secret filled(YamlMap written, String key, String text, String place) {
        if (text.isBlank()) {
            throw written.wrong(key, "there is nothing in " + place);
        }
        return new Secret(text.strip());
    }
}
