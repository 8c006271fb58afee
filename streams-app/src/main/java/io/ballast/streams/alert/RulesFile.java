/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.rolling.Windows;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads rules. A file with anything wrong in it is refused as a whole: half of the rules is worse than none. */
final class RulesFile {

    private static final String BUILT_IN = "/alert-rules.yaml";
    private static final String RULES = "rules";
    private static final int MOST_CHARACTERS = 64 << 20;

    private final RuleReader reader;

    /** @param windows  that losses are known over */
    RulesFile(Windows windows) {
        reader = new RuleReader(windows);
    }

    /** The built-in ones. */
    List<AlertRule> builtIn() {
        try (InputStream in = RulesFile.class.getResourceAsStream(BUILT_IN)) {
            return read("built-in rules", new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + BUILT_IN, e);
        }
    }

    /** @throws ConfigException if it cannot be read, or says something that makes no sense; with file and line */
    List<AlertRule> read(Path file) {
        try {
            return read(file.toString(), new StringReader(Files.readString(file)));
        } catch (IOException e) {
            throw new ConfigException("cannot read the alert rules " + file + ": " + e);
        }
    }

    private List<AlertRule> read(String name, Reader text) {
        Node root = root(name, text);
        if (root == null) {
            return List.of();
        }
        List<AlertRule> rules = new ArrayList<>();
        Map<String, YamlMap> known = new HashMap<>();
        for (YamlMap written :
                new YamlMap(name, root).requireKnown(Set.of(RULES)).maps(RULES)) {
            AlertRule rule = reader.read(written);
            if (known.put(rule.id(), written) != null) {
                throw written.wrong("id", "there are two rules " + rule.id());
            }
            rules.add(rule);
        }
        return rules;
    }

    /** Nodes only: no YAML tag makes an object here. */
    private static Node root(String name, Reader text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setMaxAliasesForCollections(0);
        try {
            return new Yaml(new SafeConstructor(options)).compose(text);
        } catch (MarkedYAMLException notYaml) {
            int line = notYaml.getProblemMark() == null
                    ? 0
                    : notYaml.getProblemMark().getLine();
            throw new ConfigException(name + ":" + (line + 1) + ": " + notYaml.getProblem());
        }
    }
}
