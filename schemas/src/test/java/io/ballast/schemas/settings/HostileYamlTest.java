/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileYamlTest {
    private static final String BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + bomb();

    private static String bomb() {
        StringBuilder layers = new StringBuilder();
        for (char layer = 'b'; layer < 'j'; layer++) {
            String below = "*" + (char) (layer - 1);
            layers.append(layer).append(": &").append(layer).append(" [").append(below);
            layers.append(("," + below).repeat(8)).append("]\n");
        }
        return layers.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: \u0000",
                "a: [",
                "- a",
                "a: b: c",
                "a: 1\na: 2",
                "a: *nobody",
                "a: &a [*a]",
                "BOMB",
                "DEEP",
                "LINE",
                "LONG"
            })
    void isRefusedWithFileAndLine(String text) {
        String yaml =
                switch (text) {
                    case "BOMB" -> BOMB;
                    case "DEEP" -> "a: " + "[".repeat(100_000);
                    case "LINE" -> "a: " + "x".repeat(1 << 16);
                    case "LONG" -> "a: 1\n".repeat(4 << 20);
                    default -> text;
                };

        assertThatThrownBy(() -> YamlFile.read("some.yaml", yaml))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("some.yaml");
    }

    @Test
    void isReadWithTenThousandRules() {
        String rule =
                "- id: one-of-very-many\n  metric: il_pct\n  below: -5 %\n  where: {id: '" + "0".repeat(120) + "'}\n";

        assertThat(YamlFile.read("some.yaml", "rules:\n" + rule.repeat(10_000))
                        .orElseThrow()
                        .maps("rules"))
                .hasSize(10_000);
    }
}
