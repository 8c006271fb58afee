/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import io.ballast.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command that runs on in a thread of its own until it is told to end, as by Ctrl-C. */
public final class Background {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interruption interruption = Interruption.none();
    private final CompletableFuture<Integer> exitCode;

    private Background(Map<String, String> environment, String... arguments) {
        Terminal terminal = Terminal.capturing(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        exitCode = CompletableFuture.supplyAsync(() -> Ballast.run(terminal, environment, interruption, arguments));
    }

    public static Background start(String... arguments) {
        return start(Map.of(), arguments);
    }

    public static Background start(Map<String, String> environment, String... arguments) {
        return new Background(environment, arguments);
    }

    /** Tells it to end and waits until it has. */
    public Captured end() throws InterruptedException, ExecutionException, TimeoutException {
        interruption.signal();
        int code = exitCode.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return new Captured(code, out(), err());
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    public boolean hasEnded() {
        return exitCode.isDone();
    }
}
