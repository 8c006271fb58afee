/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.streams.config.AlertKeys;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.ExitParts;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.config.RangeKeys;
import io.ballast.streams.config.WindowList;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** How alerts are raised. */
public record AlertSettings(AlertRules rules, String topicPrefix) {

    /**
     * Reads the rules file.
     *
     * @throws ConfigException if it cannot be read or a rule makes no sense; the message names file and line
     */
    public static AlertSettings of(BallastConfig config) {
        RulesFile files = new RulesFile(
                WindowList.parse(config.getList(PublicationKeys.WINDOWS)),
                ExitParts.parse(config.getList(RangeKeys.EXIT_PARTS)));
        Map<String, AlertRule> rules = new LinkedHashMap<>();
        if (config.getBoolean(AlertKeys.DEFAULTS)) {
            files.builtIn().forEach(rule -> rules.put(rule.id(), rule));
        }
        String file = config.getString(AlertKeys.RULES);
        if (!file.isBlank()) {
            files.read(Path.of(file)).forEach(rule -> rules.put(rule.id(), rule));
        }
        return new AlertSettings(new AlertRules(rules.values()), config.topicPrefix());
    }
}
