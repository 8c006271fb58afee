/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first failure of a stack, and who wants to know of it. Thread-safe. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final AtomicReference<StackFailure> first = new AtomicReference<>();
    private final List<Consumer<StackFailure>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closing;

    /** From here on parts end because they are told to. */
    void expectTheEnd() {
        closing = true;
    }

    void report(StackFailure failure) {
        if (!closing && first.compareAndSet(null, failure)) {
            LOG.error("{}: {}", failure.part(), failure.message());
            listeners.forEach(listener -> listener.accept(failure));
        }
    }

    Optional<StackFailure> first() {
        return Optional.ofNullable(first.get());
    }

    /** Tells of the first failure, now if it has been already; a listener may be told twice if both coincide. */
    void listen(Consumer<StackFailure> listener) {
        listeners.add(listener);
        first().ifPresent(listener);
    }
}
