/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.schema.AlertDelivery;
import io.ballast.schema.AlertDeliveryOutcome;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what comes of telling one receiver. The receiver's thread writes, any thread asks. */
final class ReceiverProgress {
    private final Map<AlertDeliveryOutcome, AtomicLong> outcomes = new EnumMap<>(AlertDeliveryOutcome.class);
    private final AtomicLong failed = new AtomicLong();
    private volatile long behind = ReceiverStatus.NOT_KNOWN;
    private volatile Instant failingSince;
    private volatile Instant nextTry;
    private volatile String problem;

    ReceiverProgress() {
        for (AlertDeliveryOutcome outcome : AlertDeliveryOutcome.values()) {
            outcomes.put(outcome, new AtomicLong());
        }
    }

    /** The next request is due then. */
    void waitsUntil(Instant due) {
        nextTry = due;
    }

    /** A request came to nothing. */
    void failed(Instant now, String why) {
        failed.incrementAndGet();
        problem = why;
        if (failingSince == null) {
            failingSince = now;
        }
    }

    /** Something else is the matter; null: no longer. */
    void problem(String why) {
        problem = why;
    }

    void settled(AlertDelivery delivery) {
        outcomes.get(delivery.getOutcome()).incrementAndGet();
        nextTry = null;
        problem = delivery.getProblem();
        // Who refuses is there; who was given up is not.
        if (delivery.getOutcome() != AlertDeliveryOutcome.GIVEN_UP) {
            failingSince = null;
        }
    }

    /** Nothing is under way any longer, though it is not settled. */
    void dropped() {
        nextTry = null;
    }

    void behind(long records) {
        behind = records;
    }

    ReceiverStatus status(Receiver receiver, boolean alive) {
        return new ReceiverStatus(
                receiver.name(),
                receiver.kind(),
                alive,
                outcomes.get(AlertDeliveryOutcome.ACCEPTED).get(),
                outcomes.get(AlertDeliveryOutcome.REFUSED).get(),
                outcomes.get(AlertDeliveryOutcome.GIVEN_UP).get(),
                failed.get(),
                behind,
                Optional.ofNullable(failingSince),
                Optional.ofNullable(nextTry),
                problem);
    }
}
