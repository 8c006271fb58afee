/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.rolling.Windows;
import io.ballast.schemas.settings.YamlFile;
import io.ballast.schemas.settings.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;

/** Reads rules. A file with anything wrong in it is refused as a whole: half of the rules is worse than none. */
final class RulesFile {

    private static final String BUILT_IN = "/alert-rules.yaml";
    private static final String RULES = "rules";

    private final RuleReader reader;

    /**
     * @param windows  that losses are known over
     * @param exitParts  of a position, that the cost of leaving is known of; fractions
     */
    RulesFile(Windows windows, List<Double> exitParts) {
        reader = new RuleReader(windows, exitParts);
    }

    /** The built-in ones. */
    List<AlertRule> builtIn() {
        try (InputStream in = RulesFile.class.getResourceAsStream(BUILT_IN)) {
            return rules(YamlFile.read("built-in rules", new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + BUILT_IN, e);
        }
    }

    /** @throws ConfigException if it cannot be read, or says something that makes no sense; with file and line */
    List<AlertRule> read(Path file) {
        return rules(YamlFile.read(file));
    }

    private List<AlertRule> rules(Optional<YamlMap> file) {
        List<AlertRule> rules = new ArrayList<>();
        Map<String, YamlMap> known = new HashMap<>();
        for (YamlMap written :
                file.map(root -> root.requireKnown(Set.of(RULES)).maps(RULES)).orElse(List.of())) {
            AlertRule rule = reader.read(written);
            if (known.put(rule.id(), written) != null) {
                throw written.wrong("id", "there are two rules " + rule.id());
            }
            rules.add(rule);
        }
        return rules;
    }
}
