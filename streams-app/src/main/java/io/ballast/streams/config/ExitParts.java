/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/** Parts of a position that the cost of leaving is told for, as the setting has them. */
public final class ExitParts {

    private ExitParts() {}

    /**
     * @return fractions above 0 and at most 1, in ascending order
     * @throws ConfigException if one is none
     */
    public static List<Double> parse(List<String> setting) {
        return setting.stream().map(ExitParts::part).sorted().toList();
    }

    private static Double part(String text) {
        try {
            double part = Double.parseDouble(text);
            if (part > 0 && part <= 1) {
                return part;
            }
        } catch (NumberFormatException e) {
            throw new ConfigException(RangeKeys.EXIT_PARTS, text, "is not a number");
        }
        throw new ConfigException(RangeKeys.EXIT_PARTS, text, "a part must be above 0 and at most 1");
    }
}
