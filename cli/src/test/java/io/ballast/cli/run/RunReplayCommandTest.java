/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.cli.Captured;
import io.ballast.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunReplayCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aDryRunPrintsWhatWouldBeSent_mergedByTime() throws IOException {
        Path trades = Files.write(
                folder.resolve("ETHUSDT-trades-2024-01-01.csv"),
                List.of(
                        "1,2281.87,0.5,27.38,1704067200008,True,True",
                        "broken",
                        "2,2281.89,0.5,27.38,1704067200200,True,True"));
        Path tardis = Files.write(
                folder.resolve("tardis.csv"),
                List.of(
                        "exchange,symbol,timestamp,local_timestamp,id,side,price,amount",
                        "deribit,ETH-PERPETUAL,1704067200100000,1704067200100000,1,buy,2282.5,1",
                        "deribit,ETH-PERPETUAL,1704153600000000,1704153600000000,1,buy,2290,1"));

        Captured run = run(trades.toString(), tardis.toString(), "--dry-run", "--to", "2024-01-02");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .contains("\"key\":\"binance:ETH-USDT\"", "\"timestamp\":1704067200008"),
                        line -> assertThat(line)
                                .contains("\"topic\":\"dead-letters\"", "ETHUSDT-trades-2024-01-01.csv:2"),
                        line -> assertThat(line).contains("\"key\":\"deribit:ETH-PERPETUAL\"", "\"price\": 2282.5"),
                        line -> assertThat(line).contains("\"timestamp\":1704067200200", "\"price\": 2281.89"));
        assertThat(run.err())
                .contains("4 records written", "1 dead letters")
                .contains("- 1 logs or lines give no record: outside the time that was asked for");
    }

    @Test
    void aDryRunKeepsThePace() throws IOException {
        Path trades = Files.write(
                folder.resolve("ETHUSDT-trades-2024-01-01.csv"),
                List.of("1,2281.87,0.5,27.38,1704067200000,True,True", "2,2281.89,0.5,27.38,1704153600000,True,True"));

        // A day at this speed takes 86 ms; only that it ends is looked at here, see PacedSinkTest.
        Captured run = run(trades.toString(), "--dry-run", "--speed", "1000000");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).hasLineCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e3", "fast", "1000001", ""})
    void refusesASpeedThatIsNone(String speed) {
        Captured run = run("a.csv", "--speed=" + speed);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--speed").contains("max");
    }

    @Test
    void refusesTimesThatAreNone() throws IOException {
        String logs = Files.writeString(folder.resolve("a.jsonl"), "{}").toString();

        Captured noTime = run(logs, "--from", "yesterday");
        Captured noPart = run(logs, "--from", "2024-01-02", "--to", "2024-01-02");

        assertThat(noTime.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(noTime.err()).contains("--from", "'yesterday'", "2022-07-19");
        assertThat(noPart.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(noPart.err()).contains("--to", "--from");
    }

    @Test
    void refusesBlocksThatAreNoPartAndBlocksOfAMarket() throws IOException {
        String logs = Files.writeString(folder.resolve("a.jsonl"), "{}").toString();
        String trades = Files.writeString(
                        folder.resolve("ETHUSDT-trades-2024-01-01.csv"), "1,2281.87,0.5,27.38,1704067200000,True,True")
                .toString();

        Captured noPart = run(logs, "--from", "7", "--to", "7");
        Captured noBlocks = run(trades, "--from", "7");

        assertThat(noPart.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(noPart.err()).contains("--to block 7", "--from block 7");
        assertThat(noBlocks.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(noBlocks.err()).contains("market has no blocks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "x10", "10x"})
    void readsSpeeds(String speed) {
        assertThat(new SpeedConverter().convert(speed)).isEqualTo(10);
    }

    private static Captured run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "run";
        all[1] = "producer";
        all[2] = "replay";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Captured.run(all);
    }
}
