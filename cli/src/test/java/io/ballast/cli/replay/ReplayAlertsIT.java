/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.cli.SharedData;
import io.ballast.cli.replay.EveryCrossing.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Alerts on recorded paths, with tolerances by which next to nothing is published, are those of a look at every figure of every
 * record: none missing, none extra, each on the same record.
 */
class ReplayAlertsIT {
    private static final List<String> TOLERANCES = List.of("value", "il", "delta", "fees");
    private static final List<Rule> RULES = List.of(
            Rule.loss("lost-a-little", -0.001, -0.0005),
            Rule.loss("lost-much", -0.05, -0.04),
            Rule.loss("without-hysteresis", -0.001, -0.001),
            Rule.outOfRange("range"));

    /** So that the tokens' decimals are known; they are in no log. */
    private static final String ENS_LAUNCH =
            """
            {"chainId": 1, "pools": [{"address": "0x92560c178ce069cc014138ed3c2f5221ba71f58a", "fee": 3000, "tickSpacing": 60,
             "token0": "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2", "symbol0": "WETH", "decimals0": 18,
             "token1": "0xc18360217d8f7ab5e7c516566761ea12ce7f9d72", "symbol1": "ENS", "decimals1": 18}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void inTheFirstHourOfARealPool() throws IOException {
        Path data = SharedData.require("chain/mainnet-weth-ens-launch");

        Path pools = Files.writeString(folder.resolve("pools.json"), ENS_LAUNCH);

        List<JsonNode> alerts = alertsThatAreEveryCrossing(data.resolve("logs.jsonl"), "--pools", pools);

        assertThat(count(alerts, "lost-much")).isPositive();
        assertThat(count(alerts, "range")).isPositive();
    }

    @Test
    @Tag("long")
    void inThirtyFiveDaysOfMinutes() throws IOException {
        Path data = SharedData.require("pool-minutes/polygon_usdc_weth_005_2022-07-19_2022-08-22.csv.gz");
        RecordedMinutes minutes = RecordedMinutes.in(folder, data);

        List<JsonNode> alerts =
                alertsThatAreEveryCrossing(data, "--pools", minutes.pools(), "--positions", minutes.positions());

        assertThat(count(alerts, "lost-a-little"))
                .as("a price that flaps around the threshold")
                .isPositive()
                .isLessThan(count(alerts, "without-hysteresis"));
    }

    @Test
    void onAChainWithReorganisations() throws IOException {
        LabChain chain = LabChain.read(SharedData.require("chain/lab-seed-102-reorgs"));

        List<JsonNode> alerts = alertsThatAreEveryCrossing(chain.stream(), "--pools", chain.manifest());

        assertThat(alerts).hasSizeGreaterThan(100);
        assertThat(alerts).anyMatch(alert -> alert.get("cause").asText().equals("RETRACTED"));
    }

    private List<JsonNode> alertsThatAreEveryCrossing(Object... input) throws IOException {
        Replayed exact = Replayed.run(
                folder.resolve("exact"), with(input, tolerance("0", "1"), List.of("ballast.alert.defaults=false")));
        Replayed coarse = Replayed.run(folder.resolve("coarse"), with(input, tolerance("1000", "0"), rules()));

        List<String> expected = new EveryCrossing(RULES).in(exact.records("position-risk"));
        List<JsonNode> alerts = coarse.values("alerts");
        assertThat(alerts.stream().map(EveryCrossing::told)).containsExactlyInAnyOrderElementsOf(expected);
        return alerts;
    }

    private List<String> rules() throws IOException {
        String yaml = RULES.stream().map(Rule::yaml).collect(Collectors.joining("", "rules:\n", ""));
        Path file = Files.writeString(folder.resolve("rules.yaml"), yaml);
        return List.of("ballast.alert.defaults=false", "ballast.alert.rules=" + file);
    }

    /** With a heartbeat of a millisecond also what stays as it is: a price that comes to the very end of a range moves no figure. */
    private static List<String> tolerance(String tolerance, String heartbeatMs) {
        List<String> settings = new ArrayList<>(List.of("ballast.heartbeat.ms=" + heartbeatMs));
        TOLERANCES.forEach(figure -> settings.add("ballast.tolerance." + figure + "=" + tolerance));
        return settings;
    }

    @SafeVarargs
    private static Object[] with(Object[] input, List<String>... settings) {
        List<Object> arguments = new ArrayList<>(Arrays.asList(input));
        for (List<String> some : settings) {
            some.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        }
        return arguments.toArray();
    }

    private static long count(List<JsonNode> alerts, String rule) {
        return alerts.stream()
                .filter(alert -> alert.get("rule_id").asText().equals(rule))
                .count();
    }
}
