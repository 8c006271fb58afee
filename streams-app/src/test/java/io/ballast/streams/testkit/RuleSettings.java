/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.streams.config.AlertKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings with these alert rules, and none of the built-in ones. */
public final class RuleSettings {

    private RuleSettings() {}

    /**
     * @param folder  takes the file
     * @param rules  as they stand below {@code rules:}
     */
    public static Map<String, String> of(Path folder, String rules) throws IOException {
        Path file = Files.createTempFile(folder, "rules", ".yaml");
        Files.writeString(file, "rules:\n" + rules);
        Map<String, String> settings = new HashMap<>();
        settings.put(AlertKeys.RULES, file.toString());
        settings.put(AlertKeys.DEFAULTS, "false");
        return settings;
    }

    /** @param more  lines of it, each with two blanks in front and a line end */
    public static String rule(String id, String scope, String metric, String more) {
        return "- id: " + id + "\n  scope: " + scope + "\n  metric: " + metric + "\n" + more;
    }
}
