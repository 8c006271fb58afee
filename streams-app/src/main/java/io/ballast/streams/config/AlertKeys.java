/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Keys of alerts, a part of {@link BallastKeys}. */
public final class AlertKeys {

    public static final String RULES = "ballast.alert.rules";
    public static final String DEFAULTS = "ballast.alert.defaults";

    private AlertKeys() {}

    static void define(ConfigDef keys) {
        keys.define(
                        RULES,
                        Type.STRING,
                        "",
                        MEDIUM,
                        "File with alert rules, YAML; see docs/concepts/alerts.md. Empty: no rules but the built-in ones.")
                .define(
                        DEFAULTS,
                        Type.BOOLEAN,
                        true,
                        MEDIUM,
                        "Raise the built-in alerts too: pools without news, pools that are worth trading against, prices not to be relied on. A rule of the file with the same id takes a built-in one's place.");
    }
}
