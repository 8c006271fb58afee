/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.cli.Captured;
import io.ballast.cli.ExitCode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoIT {
    private static final int POSITIONS = 12;

    @Test
    void showsABookThatLives_andEndsByItself() throws IOException {
        Captured demo = Captured.run(
                "demo", "--for", "20s", "--seed", "7", "--positions", Integer.toString(POSITIONS), "-o", "json");

        assertThat(demo.exitCode()).as(demo.err()).isEqualTo(ExitCode.OK);
        List<String> lines = demo.out().lines().toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(3);
        JsonNode last = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(last.get("simulated").asBoolean()).isTrue();
        assertThat(last.get("positions").asInt()).isEqualTo(POSITIONS);
        assertThat(last.get("in_range").asInt()).isBetween(1, POSITIONS);
        assertThat(last.get("value_usd").asDouble()).isPositive();
        assertThat(last.get("il_usd").asDouble()).isNotPositive();
        assertThat(last.get("fees_usd").asDouble()).isPositive();
        assertThat(last.get("ticks").asLong()).isPositive();
        assertThat(last.get("latency_p50_ms").asLong()).isNotNegative();
        assertThat(last.get("dead_letters").asLong()).isZero();
        assertThat(last.get("delta").get("WETH").asDouble()).isPositive();
    }

    @Test
    void saysInEveryLineThatItIsSimulated() {
        Captured demo = Captured.run("demo", "--for", "12s", "--positions", "5");

        assertThat(demo.exitCode()).as(demo.err()).isEqualTo(ExitCode.OK);
        assertThat(demo.out().lines().filter(line -> line.contains("positions,")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("SIMULATED"));
        assertThat(demo.out()).contains("Demo over").contains("IL ").contains("delta ");
    }
}
