/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.workload;

import io.ballast.streams.config.AlertKeys;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Alert rules about positions of the measured pool, each about one, spread over those that are published: thresholds of loss and of
 * value, which are cut into the publication bands, and of fees and rolling losses, which are held against what is published. Prices of the
 * measured pool come near none of them, so that what is measured is rules that do not fire.
 *
 * @param count  how many; 0: none
 */
public record RulePlan(int count) {

    private static final List<String> TERMS = List.of(
            "  metric: il_pct\n  below: -90 %%\n  resolve: -80 %%\n  where: {id: \"%1$s\"}\n",
            "  metric: value\n  above: 1e12 token1\n  where: {owner: \"%2$s\"}\n",
            "  metric: fees_value\n  above: 1e12 token1\n  where: {id: \"%1$s\"}\n",
            "  metric: rolling_il\n  window: 1h\n  below: -1e12 token1\n  where: {owner: \"%2$s\"}\n");

    public RulePlan {
        if (count < 0) {
            throw new IllegalArgumentException("the number of rules must not be negative, but is " + count);
        }
    }

    /** None of the built-in rules, so that nothing else differs. */
    public static Map<String, String> without() {
        return Map.of(AlertKeys.DEFAULTS, "false");
    }

    /**
     * Writes the rules and says what makes the application take them.
     *
     * @param plan  the book
     * @param published  positions of it that are published
     * @param file  taken for the rules
     */
    public Map<String, String> write(PositionPlan plan, int published, Path file) throws IOException {
        int[] positions = plan.sample(published).toArray();
        try (BufferedWriter rules = Files.newBufferedWriter(file)) {
            rules.write("rules:\n");
            for (int i = 0; i < count; i++) {
                PlannedPosition position = plan.position(positions[(int) ((long) i * positions.length / count)]);
                rules.write("- id: rule-" + i + "\n  scope: position\n"
                        + String.format(Locale.ROOT, TERMS.get(i % TERMS.size()), position.id(), position.owner()));
            }
        }
        return Map.of(AlertKeys.DEFAULTS, "false", AlertKeys.RULES, file.toString());
    }
}
