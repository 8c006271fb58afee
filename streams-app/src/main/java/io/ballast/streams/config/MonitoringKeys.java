/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/** Keys of where a process serves its metrics and health, a part of {@link BallastKeys}. */
public final class MonitoringKeys {

    public static final String HOST = "ballast.monitoring.host";
    public static final String PORT = "ballast.monitoring.port";

    /** Values of {@link #PORT}, beside numbers. */
    public static final String AUTO = "auto";

    public static final String OFF = "off";

    private static final int LAST_PORT = 65_535;

    private MonitoringKeys() {}

    static void define(ConfigDef keys) {
        keys.define(
                        HOST,
                        Type.STRING,
                        "127.0.0.1",
                        new NonEmptyString(),
                        MEDIUM,
                        "Address on which producers, instances of the topology and desks serve /metrics and /health. Nobody has to sign in: another than a loopback address is for networks that one trusts.")
                .define(
                        PORT,
                        Type.STRING,
                        AUTO,
                        ConfigDef.LambdaValidator.with(
                                MonitoringKeys::requirePort, () -> "auto, off or 0 to " + LAST_PORT),
                        MEDIUM,
                        "Port for that. auto: 9470 (streams), 9471 (chain), 9472 (exchange), 9473 (replay), 9474 (simulator), 9475 (desk), and any free one while that is taken. 0: any free one. off: nothing is served.");
    }

    private static void requirePort(String key, Object value) {
        String text = String.valueOf(value);
        boolean isPort = text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= LAST_PORT;
        if (!isPort && !text.equals(AUTO) && !text.equals(OFF)) {
            throw new ConfigException(key, value, "neither auto nor off nor a port from 0 to " + LAST_PORT);
        }
    }
}
