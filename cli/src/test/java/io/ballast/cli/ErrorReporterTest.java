/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.files.InputException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class ErrorReporterTest {
    @Test
    void showsOurOwnMessagesAsTheyAre() {
        assertThat(ErrorReporter.summary(new CommandFailed("it did not work", new IOException("inside"))))
                .isEqualTo("it did not work");
        assertThat(ErrorReporter.summary(new UsageError("that makes no sense"))).isEqualTo("that makes no sense");
        assertThat(ErrorReporter.summary(new ConfigException("unknown setting x")))
                .isEqualTo("unknown setting x");
    }

    @Test
    void namesClassAndInnermostCauseOfWhatIsNotOurs() {
        Exception error = new IllegalStateException("outer", new RuntimeException("middle", new IOException("inner")));

        assertThat(ErrorReporter.summary(error)).isEqualTo("IllegalStateException: outer (IOException: inner)");
    }

    @Test
    void saysOnceWhatIsWrongWithAnInput() {
        assertThat(ErrorReporter.summary(new InputException("some.csv:1: no CSV", new IOException("no CSV"))))
                .isEqualTo("some.csv:1: no CSV");
    }

    @Test
    void showsOneLineOnly() {
        assertThat(ErrorReporter.summary(new IllegalArgumentException("first\nsecond")))
                .isEqualTo("first");
        assertThat(ErrorReporter.summary(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    @Test
    void callsAnInterruptionByItsName() {
        assertThat(ErrorReporter.summary(new CancellationException("x"))).isEqualTo("interrupted");
        assertThat(ErrorReporter.summary(new RuntimeException(new InterruptedException())))
                .isEqualTo("interrupted");
    }

    @Test
    void printsStackTraces_onlyWhenAsked() {
        String[] failing = {"topics", "create"};
        String[] verbose = {"-v", "topics", "create"};

        assertThat(Captured.run(failing).err()).hasLineCount(1);
        assertThat(Captured.run(verbose).err()).contains("CommandFailed").contains("\tat io.ballast");
    }
}
