/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.cli.Captured;
import io.ballast.cli.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputOptionsTest {
    private static final String OPTIONS = "mark_price,underlying_price,strike_price\n";
    private static final String TARDIS_OPTIONS =
            "exchange,symbol,timestamp,local_timestamp,type,strike_price,expiration,open_interest,last_price,bid_price,"
                    + "bid_amount,bid_iv,ask_price,ask_amount,ask_iv,mark_price,mark_iv,underlying_index,underlying_price\n";
    private static final String BARS =
            "timestamp,netAmount0,netAmount1,closeTick,openTick,lowestTick,highestTick,inAmount0,inAmount1,currentLiquidity\n";

    @TempDir
    private Path folder;

    @Test
    void tellsLogsFromBars() throws IOException {
        assertThat(InputFormat.guess(file("a", "{\"address\":1}\n"))).isEqualTo(InputFormat.EVM_LOGS);
        assertThat(InputFormat.guess(file("b", "broken line\n{\"address\":1}\n")))
                .isEqualTo(InputFormat.EVM_LOGS);
        assertThat(InputFormat.guess(file("c", BARS))).isEqualTo(InputFormat.POOL_MINUTES);
        assertThat(InputFormat.guess(file("d", OPTIONS))).isEqualTo(InputFormat.OPTION_CHAIN);
    }

    @Test
    void tellsMarketDataAndLogsAsCsv() throws IOException {
        assertThat(InputFormat.guess(file("a", "1,2281.87,0.5,27.38,1704067200008,True,True\n")))
                .isEqualTo(InputFormat.MARKET);
        assertThat(InputFormat.guess(file("b", "broken\n301,42283.58,0.001,401,402,1704067200001,true\n")))
                .isEqualTo(InputFormat.MARKET);
        assertThat(InputFormat.guess(file("c", TARDIS_OPTIONS))).isEqualTo(InputFormat.MARKET);
        assertThat(InputFormat.guess(
                        file("d", "log_index,transaction_hash,block_hash,block_number,address,data,topics\n")))
                .isEqualTo(InputFormat.EVM_LOGS);
    }

    @Test
    void refusesPoolsAndNamesThatAreNoneForMarketData() throws IOException {
        Path trades = file("a", "1,2281.87,0.5,27.38,1704067200008,True,True\n");

        assertUsage(replay(trades, "--pools", file("p", "x").toString()), "--pools", "market data");
        assertUsage(replay(trades, "--instrument", "ETH"), "--instrument", "[ETH]");
        assertUsage(replay(file("b", "{}"), "--instrument", "a:b"), "--instrument", "market data");
    }

    @Test
    void refusesPoolsForOptions() throws IOException {
        assertUsage(replay(file("a", OPTIONS), "--pools", file("p", "x").toString()), "--pools", "options");
    }

    @Test
    void looksIntoGzip() throws IOException {
        Path file = folder.resolve("bars.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(BARS.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(InputFormat.guess(file)).isEqualTo(InputFormat.POOL_MINUTES);
    }

    @Test
    void asksForTheFormat_whenItCannotTell() throws IOException {
        assertUsage(replay(file("a", "hello\n")), "a", "--format");
    }

    @Test
    void refusesFormatsThatAreNotThere() throws IOException {
        assertUsage(
                replay(file("a", "{}"), "--format", "parquet"),
                "parquet",
                "evm-logs",
                "pool-minutes",
                "option-chain",
                "market");
    }

    @Test
    void refusesFilesOfDifferentFormats() throws IOException {
        assertUsage(replay(file("a", "{}"), file("b", BARS).toString()), "evm-logs", "pool-minutes");
    }

    @Test
    void needsToKnowPoolAndPositionsOfBars() throws IOException {
        assertUsage(replay(file("a", BARS)), "--pools", "--positions");
    }

    @Test
    void refusesPositionsForLogs() throws IOException {
        assertUsage(replay(file("a", "{}"), "--positions", file("p", "x").toString()), "--positions");
    }

    @Test
    void refusesSnapshotBlocksThatAreNone() throws IOException {
        assertUsage(replay(file("a", "{}"), "--snapshot-blocks", "40,end"), "--snapshot-blocks", "end");
    }

    @Test
    void needsAFolderForTheOutput() throws IOException {
        assertUsage(Captured.run("replay", file("a", "{}").toString()), "--out");
    }

    @Test
    void saysWhichFileIsNotThere() {
        Captured captured = replay(folder.resolve("absent.jsonl"));

        assertThat(captured.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(captured.err()).contains("absent.jsonl").hasLineCount(1);
    }

    private Captured replay(Path file, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "replay";
        arguments[1] = file.toString();
        arguments[2] = "--out";
        arguments[3] = folder.resolve("out").toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Captured.run(arguments);
    }

    private static void assertUsage(Captured captured, String... words) {
        assertThat(captured.exitCode()).as(captured.err()).isEqualTo(ExitCode.USAGE);
        assertThat(captured.err()).contains(words);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
