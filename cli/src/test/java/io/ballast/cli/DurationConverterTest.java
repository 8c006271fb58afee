/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
    private final DurationConverter converter = new DurationConverter();

    @ParameterizedTest
    @CsvSource({"90s, 90", "90, 90", "5m, 300", "2h, 7200"})
    void readsSecondsMinutesAndHours(String text, long seconds) {
        assertThat(converter.convert(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "-5s", "5d", "1.5m", "s", "99999999999s"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void isAUsageError_onTheCommandLine() {
        Captured captured = Captured.run("demo", "--for", "soon");

        assertThat(captured.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(captured.err()).contains("--for").contains("'soon'");
    }
}
