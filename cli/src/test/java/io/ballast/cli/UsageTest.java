/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no-such-command",
                "doctor --no-such-option",
                "doctor -o xml",
                "--config",
                "--set novalue doctor"
            })
    void returnsTwoAndOneClearLine_whenTheCommandLineMakesNoSense(String commandLine) {
        Captured captured = Captured.run(commandLine.isEmpty() ? new String[0] : commandLine.split(" "));

        assertThat(captured.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(captured.out()).isEmpty();
        assertThat(captured.err()).startsWith("ballast: ").doesNotContain("\tat ");
    }

    @Test
    void namesTheOptionItDoesNotKnow() {
        assertThat(Captured.run("doctor", "--fro").err()).contains("Unknown option: '--fro'");
    }

    @Test
    void printsHelpOnStandardOutput() {
        Captured captured = Captured.run("--help");

        assertThat(captured.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(captured.out()).contains("doctor").contains("generate-completion");
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void printsTheVersionThatTheBuildWrote() {
        assertThat(Captured.run("--version").out()).matches("ballast \\d+\\.\\d+\\.\\d+ \\([-.0-9a-z]+\\)\\R");
    }

    @Test
    void printsACompletionScript() {
        assertThat(Captured.run("generate-completion").out()).contains("complete -F _complete_ballast");
    }
}
