/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three hours of made-up minutes through a real broker, followed without and with a band. */
class ReplayBacktestIT {
    private static final String POOLS =
            """
            {"chainId": 137, "pools": [{"address": "0x00000000000000000000000000000000000000f1", "fee": 500, "tickSpacing": 10,
             "token0": "0x00000000000000000000000000000000000000a1", "symbol0": "USDC", "decimals0": 6,
             "token1": "0x00000000000000000000000000000000000000a2", "symbol1": "WETH", "decimals1": 18}]}
            """;
    private static final String INSTRUMENT =
            "{\"instrument_id\": \"perp:E\", \"kind\": \"LINEAR_PERPETUAL\", \"base\": \"ETH\", \"quote\": \"USDC\","
                    + " \"settlement\": \"USDC\", \"multiplier\": \"1\", \"lot\": \"0.001\", \"taker_fee_rate\": 0.0005,"
                    + " \"event_time\": \"2026-01-01T00:00:00Z\"}\n";
    private static final String POLICY =
            "{\"portfolio\": \"desk/a\", \"numeraire\": \"USDC\", \"assets\": [{\"asset\": \"ETH\", \"aliases\": [\"WETH\"]}],"
                    + " \"targets\": [{\"asset\": \"ETH\", \"mode\": \"DELTA_NEUTRAL\", \"band\": \"FIXED\", \"band_coins\":"
                    + " %s}], \"venues\": [{\"instrument_id\": \"perp:E\", \"half_spread\": 0.0001}], \"limits\": [],"
                    + " \"event_time\": \"2026-01-01T00:00:00Z\"}\n";
    private static final int MINUTES = 180;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @TempDir
    private Path folder;

    @Test
    void followsAdviceThroughAReplay() throws IOException {
        Replayed replayed = Replayed.run(
                folder.resolve("out"),
                file("minutes.csv", minutes()),
                "--pools",
                file("pools.json", POOLS),
                "--positions",
                file(
                        "positions.csv",
                        "owner,tick_lower,tick_upper,liquidity,from\n"
                                + "0x00000000000000000000000000000000000000b1,199000,203000,100000000000000000,"
                                + "2026-01-01 00:00:00\n"),
                "--owners",
                file("owners.csv", "owner,portfolio\n0x00000000000000000000000000000000000000b1,desk/a\n"),
                "--instruments",
                file("instruments.jsonl", INSTRUMENT),
                "--backtest",
                file("policies.jsonl", POLICY.formatted("0") + POLICY.formatted("1000000")));

        JsonNode cases = Replayed.parse(Files.readString(replayed.folder().resolve("backtest.json")))
                .get("cases");
        JsonNode always = cases.get(0);
        assertThat(always.get("churn").get("looks").asInt()).isEqualTo(MINUTES);
        assertThat(always.get("churn").get("trades").asInt()).isEqualTo(MINUTES);
        assertThat(always.get("identity_off_by").asDouble()).isLessThan(1e-8);
        assertThat(always.get("variance_reduction").asDouble()).isGreaterThan(0.9);
        JsonNode never = cases.get(1);
        assertThat(never.get("churn").get("trades").asInt()).isZero();
        assertThat(never.get("variance_reduction").asDouble()).isCloseTo(0, within(1e-12));
        assertThat(replayed.captured().out()).contains("Hourly changes of the result, USDC");
    }

    /** The price goes up and down by 300 ticks, every minute to another one. */
    private static String minutes() {
        StringBuilder csv =
                new StringBuilder("timestamp,netAmount0,netAmount1,closeTick,openTick,lowestTick,highestTick,"
                        + "inAmount0,inAmount1,currentLiquidity\n");
        LocalDateTime time = LocalDateTime.of(2026, 1, 1, 0, 0);
        for (int i = 0; i < MINUTES; i++) {
            int tick = 201000 + (int) Math.round(300 * Math.sin(i / 25.0) + 30 * (i % 2));
            csv.append(TIME.format(time.plusMinutes(i)))
                    .append(",0,0,")
                    .append((tick + ",").repeat(4))
                    .append("1000000000,500000000000000000,400000000000000000\n");
        }
        return csv.toString();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
