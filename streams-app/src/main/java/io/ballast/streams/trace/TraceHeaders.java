/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.trace;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** What a record's headers say of the trace that it belongs to (W3C Trace Context, Level 1). */
final class TraceHeaders {

    static final String TRACE_PARENT = "traceparent";
    static final String TRACE_STATE = "tracestate";

    /** Version, trace id, span id, flags; a later version may go on behind them. */
    private static final Pattern PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    /** What the specification asks everybody to carry at least; more is not ours to keep. */
    private static final int MOST_BYTES = 512;

    private TraceHeaders() {}

    /** These two headers alone, as they came; empty: there is no trace, or one that breaks the specification. */
    static Optional<Headers> of(Headers headers) {
        Header parent = headers.lastHeader(TRACE_PARENT);
        if (parent == null || !isParent(parent)) {
            return Optional.empty();
        }
        Headers trace = new RecordHeaders().add(parent);
        Header state = headers.lastHeader(TRACE_STATE);
        if (state != null && isShort(state)) {
            trace.add(state);
        }
        return Optional.of(trace);
    }

    private static boolean isParent(Header header) {
        return isShort(header)
                && PARENT.matcher(new String(header.value(), StandardCharsets.ISO_8859_1))
                        .matches();
    }

    private static boolean isShort(Header header) {
        return header.value() != null && header.value().length <= MOST_BYTES;
    }
}
