/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The valid header is the example of the specification (W3C Trace Context, section 3.2). */
class TraceHeadersTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void shouldKeepTheTraceAndNothingElse() {
        Headers given =
                with(PARENT).add("tracestate", bytes("congo=t61rcWkgMzE")).add("user", bytes("anna"));

        assertThat(TraceHeaders.of(given))
                .contains(new RecordHeaders()
                        .add("traceparent", bytes(PARENT))
                        .add("tracestate", bytes("congo=t61rcWkgMzE")));
    }

    @Test
    void shouldReadWhatALaterVersionPutsBehindIt() {
        assertThat(TraceHeaders.of(with("01" + PARENT.substring(2) + "-more"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"
            })
    void shouldLeaveOutWhatBreaksTheSpecification(String parent) {
        assertThat(TraceHeaders.of(with(parent))).isEmpty();
    }

    @Test
    void shouldLeaveOutWhatIsLongerThanAnybodyHasToCarry() {
        assertThat(TraceHeaders.of(with("01" + PARENT.substring(2) + "-" + "x".repeat(512))))
                .isEmpty();
        Headers longState = with(PARENT).add("tracestate", bytes("x".repeat(513)));

        assertThat(TraceHeaders.of(longState)).contains(with(PARENT));
    }

    @Test
    void shouldFindNoTraceWhereThereIsNone() {
        assertThat(TraceHeaders.of(new RecordHeaders())).isEqualTo(Optional.empty());
        assertThat(TraceHeaders.of(new RecordHeaders().add("traceparent", null)))
                .isEmpty();
    }

    private static Headers with(String parent) {
        return new RecordHeaders().add("traceparent", bytes(parent));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
