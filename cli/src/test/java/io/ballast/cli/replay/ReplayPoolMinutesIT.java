/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.cli.SharedData;
import io.ballast.cli.replay.MinuteBars.Outcome;
import io.ballast.cli.replay.RecordedMinutes.Range;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 35 days of minutes of a real pool, end to end; the test works the figures out for itself. */
class ReplayPoolMinutesIT {
    private static final double RAW_PER_TOKEN1 = 1e18;

    @TempDir
    private Path folder;

    @Test
    void feesAndLossesEqualAnIndependentComputation() throws IOException {
        Path data = SharedData.require("pool-minutes/polygon_usdc_weth_005_2022-07-19_2022-08-22.csv.gz");
        RecordedMinutes minutes = RecordedMinutes.in(folder, data);

        Replayed replayed = Replayed.run(
                folder.resolve("out"),
                data,
                "--pools",
                minutes.pools(),
                "--positions",
                minutes.positions(),
                "--snapshot-blocks",
                "last");

        assertThat(replayed.values("dead-letters")).isEmpty();
        assertThat(replayed.records("price-ticks")).hasSize(minutes.bars().size());
        Map<String, JsonNode> snapshots = replayed.snapshots().stream()
                .collect(
                        Collectors.toMap(position -> position.get("position_id").asText(), Function.identity()));
        for (Range range : Range.values()) {
            Outcome expected =
                    minutes.bars().outcome(range.lower, range.upper, RecordedMinutes.LIQUIDITY, RecordedMinutes.FEE);
            assertFigures(snapshots.get(range.positionId()), expected);
        }
    }

    private static void assertFigures(JsonNode position, Outcome expected) {
        assertThat(position.get("owed0_raw").asText()).isEqualTo(floor(expected.fees0()));
        assertThat(position.get("owed1_raw").asText()).isEqualTo(floor(expected.fees1()));
        assertMoney(position, "value", expected.value(), expected.hodl());
        assertMoney(position, "hodl_value", expected.hodl(), expected.hodl());
        assertMoney(position, "il", expected.loss(), expected.hodl());
        assertThat(position.get("il_pct").asDouble()).isCloseTo(expected.loss() / expected.hodl(), within(1e-8));
    }

    private static void assertMoney(JsonNode position, String field, double rawToken1, double scale) {
        assertThat(position.get(field).asDouble())
                .as(field + " of " + position.get("position_id"))
                .isCloseTo(rawToken1 / RAW_PER_TOKEN1, within(1e-8 * scale / RAW_PER_TOKEN1));
    }

    private static String floor(BigDecimal fees) {
        return fees.setScale(0, RoundingMode.FLOOR).toPlainString();
    }
}
