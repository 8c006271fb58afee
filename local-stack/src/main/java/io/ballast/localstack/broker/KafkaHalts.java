/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.broker;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;

/**
 * Keeps a broker's fatal fault from halting this JVM, which is not the broker's alone: whoever listens is told instead.
 *
 * <p>Kafka's own hook is one for the whole JVM, so this is too; with two brokers both are told. The hooks stay until the
 * last listener goes.
 */
final class KafkaHalts {
    private static final Set<Consumer<String>> LISTENERS = new CopyOnWriteArraySet<>();

    private KafkaHalts() {}

    /** Thrown in the thread that wanted to halt, which cannot go on. */
    static final class Halted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Halted(String message) {
            super(message);
        }
    }

    static void listen(Consumer<String> listener) {
        synchronized (LISTENERS) {
            LISTENERS.add(listener);
            Exit.setHaltProcedure((code, message) -> report("halt", code, message));
            Exit.setExitProcedure((code, message) -> report("exit", code, message));
        }
    }

    static void forget(Consumer<String> listener) {
        synchronized (LISTENERS) {
            LISTENERS.remove(listener);
            if (LISTENERS.isEmpty()) {
                Exit.resetHaltProcedure();
                Exit.resetExitProcedure();
            }
        }
    }

    private static void report(String what, int code, String message) {
        String fault = "The broker wanted to " + what + " with code " + code + " in thread "
                + Thread.currentThread().getName() + (message == null ? "" : ": " + message)
                + "; its log says why";
        LISTENERS.forEach(listener -> listener.accept(fault));
        throw new Halted(fault);
    }
}
