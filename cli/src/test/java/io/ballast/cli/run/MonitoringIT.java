/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.cli.CommandFailed;
import io.ballast.monitoring.Health;
import io.ballast.monitoring.Monitored;
import io.ballast.monitoring.Reading;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.MonitoringKeys;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class MonitoringIT {
    private static final Monitored SILENT = new Monitored() {
        @Override
        public List<Reading> readings() {
            return List.of();
        }

        @Override
        public Health health() {
            return Health.READY;
        }
    };

    private static Monitoring start(String port) {
        BallastConfig config = BallastConfig.of(Map.of(MonitoringKeys.PORT, port, BallastKeys.STATE_DIR, "unused"));
        return Monitoring.start(config, Monitoring.UsualPort.SIMULATOR, SILENT);
    }

    private static String announced(Monitoring monitoring) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        monitoring.announce(new PrintStream(told, true, StandardCharsets.UTF_8));
        return told.toString(StandardCharsets.UTF_8).strip();
    }

    private static String port(Monitoring monitoring) {
        String address = announced(monitoring);
        return address.substring(address.lastIndexOf(':') + 1);
    }

    @Test
    void twoOfAKindOnOneMachineServeOnTwoPorts() {
        try (Monitoring one = start(MonitoringKeys.AUTO);
                Monitoring other = start(MonitoringKeys.AUTO)) {
            assertThat(announced(one)).startsWith("metrics and health: http://127.0.0.1:");
            assertThat(port(one)).isNotEqualTo(port(other));
        }
    }

    @Test
    void aPortThatWasAskedForAndIsTakenIsAnError() {
        try (Monitoring one = start("0")) {
            String taken = port(one);

            assertThatThrownBy(() -> start(taken))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("127.0.0.1:" + taken)
                    .hasMessageContaining("ballast.monitoring.port");
        }
    }

    @Test
    void offServesNothing() {
        try (Monitoring none = start(MonitoringKeys.OFF)) {
            assertThat(announced(none)).isEmpty();
        }
    }

    @Test
    void whatIsNoPortIsRefused() {
        assertThatThrownBy(() -> start("65536")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> start("on")).isInstanceOf(ConfigException.class);
    }
}
