/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void progressSaysHowMuchOfHowMuch() {
        assertThat(ProgressBar.line("replay", 150, 300, 2.4))
                .isEqualTo("replay: [###############...............]  50 %  150 of 300  2 s");
    }

    @Test
    void progressCounts_whenTheTotalIsNotKnown() {
        assertThat(ProgressBar.line("replay", 1500, 0, 1)).isEqualTo("replay: 1,500  1 s");
    }

    @Test
    void progressIsSilent_whenNobodyLooks() {
        try (ProgressBar bar = new ProgressBar(terminal(false), "replay")) {
            bar.show(1, 2, 0);
        }

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void progressLeavesAnEmptyLine() {
        try (ProgressBar bar = new ProgressBar(terminal(true), "replay")) {
            bar.show(1, 2, 0);
        }

        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("\r\033[K");
    }

    @Test
    void frameGoesBackAsManyLinesAsItDrew() {
        Frame frame = new Frame(terminal(true));

        frame.draw(List.of("a", "b"));
        frame.draw(List.of("c"));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\033[K\nb\033[K\n\033[J\033[2A\rc\033[K\n\033[J");
    }

    @Test
    void frameCutsWhatWouldWrap() {
        new Frame(terminal(true)).draw(List.of("x".repeat(200)));

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("x".repeat(79) + "\033[K");
    }

    private Terminal terminal(boolean looked) {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                looked,
                looked,
                80,
                true);
    }
}
