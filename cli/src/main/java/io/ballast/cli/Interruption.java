/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets a command end in order when the process is told to (Ctrl-C, SIGTERM): its reaction is called, and the process waits a
 * while for the command to return. A command without a reaction is just ended. Thread-safe.
 */
public final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicReference<Runnable> reaction = new AtomicReference<>();
    private final CountDownLatch returned = new CountDownLatch(1);
    private volatile int exitCode = ExitCode.FAILED;

    /** One that never comes: for tests and other callers that own the process. */
    public static Interruption none() {
        return new Interruption();
    }

    /** Of this process. */
    static Interruption ofProcess() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::endInOrder, "interruption"));
        return interruption;
    }

    /** What to do when the process is told to end; must return at once. Replaces what was set before. */
    public void onSignal(Runnable what) {
        reaction.set(what);
    }

    /** From here on the process may go without waiting: the command has returned. */
    void commandReturned(int code) {
        exitCode = code;
        returned.countDown();
    }

    private void endInOrder() {
        if (returned.getCount() > 0 && signal() && awaitReturn()) {
            // The command ended well although the signal began it: its own exit code is the one to report.
            Runtime.getRuntime().halt(exitCode);
        }
    }

    /** Calls the reaction; false if there is none. */
    boolean signal() {
        Runnable wanted = reaction.get();
        if (wanted != null) {
            wanted.run();
        }
        return wanted != null;
    }

    private boolean awaitReturn() {
        try {
            return returned.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
