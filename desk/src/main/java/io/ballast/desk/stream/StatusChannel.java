/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import io.ballast.desk.api.StatusJson;
import io.ballast.desk.ingest.IngestStatus;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How the reading of topics goes, once a second whether it has changed or not: a page sees by it that the stream lives. */
final class StatusChannel implements Channel {
    private static final long EVERY_NANOS = 1_000_000_000;

    private final Supplier<IngestStatus> status;
    private final LongSupplier nanos;
    private final long originNanos;

    StatusChannel(Supplier<IngestStatus> status, LongSupplier nanos) {
        this.status = status;
        this.nanos = nanos;
        this.originNanos = nanos.getAsLong();
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Told since(long seen) {
        long second = 1 + (nanos.getAsLong() - originNanos) / EVERY_NANOS;
        return second == seen
                ? Told.nothing(seen)
                : new Told(second, StatusJson.summary(status.get()).toString());
    }
}
