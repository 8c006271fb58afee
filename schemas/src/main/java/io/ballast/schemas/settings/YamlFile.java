/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads YAML as nodes only: they know their lines, and no tag makes an object. */
public final class YamlFile {
    /** Room for some ninety thousand rules. */
    private static final int MOST_CHARACTERS = 16 << 20;

    /** The time for one long word grows with its square, and a word ends with its line. */
    private static final int MOST_OF_A_LINE = 1 << 16;

    private YamlFile() {}

    /**
     * The mapping that the file is; empty where it says nothing.
     *
     * @throws ConfigException if it cannot be read or is no YAML mapping; with file and line
     */
    public static Optional<YamlMap> read(Path file) {
        try {
            if (Files.size(file) > MOST_CHARACTERS) {
                throw new ConfigException(file + " is longer than " + MOST_CHARACTERS + " bytes");
            }
            return read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ConfigException("cannot read " + file + ": " + e);
        }
    }

    /** @param name  stands in messages */
    public static Optional<YamlMap> read(String name, String text) {
        requireShortLines(name, text);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setMaxAliasesForCollections(0);
        try {
            return Optional.ofNullable(new Yaml(new SafeConstructor(options)).compose(new StringReader(text)))
                    .map(root -> new YamlMap(name, root));
        } catch (MarkedYAMLException notYaml) {
            int line = notYaml.getProblemMark() == null
                    ? 0
                    : notYaml.getProblemMark().getLine();
            throw new ConfigException(name + ":" + (line + 1) + ": " + notYaml.getProblem());
        } catch (YAMLException refused) {
            // Too long, nested too deeply, aliases of collections, characters that are none: of these it knows no line.
            throw new ConfigException(
                    name + ": " + refused.getMessage().lines().findFirst().orElse("no YAML"));
        }
    }

    private static void requireShortLines(String name, String text) {
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.length() > MOST_OF_A_LINE) {
                throw new ConfigException(name + ":" + number + ": has " + line.length() + " characters, at most "
                        + MOST_OF_A_LINE + " can be read");
            }
        }
    }
}
