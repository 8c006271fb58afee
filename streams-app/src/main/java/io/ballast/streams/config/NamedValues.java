/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** Settings that are a list of {@code name=value}. */
public final class NamedValues {

    private NamedValues() {}

    /**
     * In the order in which they stand.
     *
     * @throws ConfigException if one has no equals sign or no name, or a name stands twice
     */
    public static Map<String, String> of(BallastConfig config, String key) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String item : config.getList(key)) {
            int sign = item.indexOf('=');
            if (sign < 1) {
                throw new ConfigException(key, item, "must be name=value");
            }
            if (values.put(
                            item.substring(0, sign).strip(),
                            item.substring(sign + 1).strip())
                    != null) {
                throw new ConfigException(key, item, "stands twice");
            }
        }
        return values;
    }
}
