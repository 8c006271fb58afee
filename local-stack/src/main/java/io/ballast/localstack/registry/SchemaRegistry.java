/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.registry;

import io.ballast.localstack.problem.LocalStackException;
import io.ballast.localstack.problem.MemoryShortException;
import io.ballast.localstack.problem.PortTakenException;
import io.ballast.localstack.problem.RegistryFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Apicurio schema registry as a child process. Its schemas and their ids are in a file of its folder and outlive both
 * a clean stop and a crash.
 */
public final class SchemaRegistry implements AutoCloseable {
    /** The strictest rule: what a contract needs less strict is set on its subject. */
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration MOST_TO_STOP = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistry.class);

    private final Process process;
    private final RegistryApi api;
    private final RegistryLog log;
    private final int port;
    private volatile boolean stopping;

    private SchemaRegistry(Process process, int port, RegistryLog log) {
        this.process = process;
        this.port = port;
        this.api = new RegistryApi(port);
        this.log = log;
    }

    /**
     * Starts the process; {@link #awaitReady(Duration)} waits for it.
     *
     * @param cache          where it is unpacked; absent: the user's cache folder
     * @param archive        what is unpacked; absent: found by {@link RegistryArchive}
     * @param folder         where its database and log are
     * @param port           to listen on, on 127.0.0.1
     * @param heapMegabytes  most heap it may use
     */
    public static SchemaRegistry launch(
            Optional<Path> cache, Optional<Path> archive, Path folder, int port, int heapMegabytes) {
        UnpackedRegistry files = UnpackedRegistry.in(RegistryCache.folder(cache), () -> RegistryArchive.find(archive));
        try {
            Files.createDirectories(folder);
            RegistryLog log = RegistryLog.anewIn(folder);
            Process process = ChildCommand.of(files, folder, log.file(), port, heapMegabytes)
                    .start();
            return new SchemaRegistry(process, port, log);
        } catch (IOException e) {
            throw new LocalStackException("Cannot start the schema registry in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Address for clients of the Confluent API. */
    public String url() {
        return api.url();
    }

    /** Process id, for those who want to look at it. */
    public long pid() {
        return process.pid();
    }

    /**
     * Waits until it answers.
     *
     * @throws PortTakenException if its port is used by another process
     * @throws MemoryShortException if the operating system gives it no memory
     * @throws RegistryFailedException if it dies or is not ready in time; the message has the end of its log
     */
    public void awaitReady(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (!api.isReady()) {
                if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw deathAtStart();
                }
                if (System.nanoTime() > deadline) {
                    throw new RegistryFailedException("The schema registry was not ready within " + timeout.toSeconds()
                            + " s; the end of " + log.file() + ":\n" + log.tail());
                }
            }
            requireThatItIsOurs();
            api.setCompatibilityIfNone(COMPATIBILITY);
        } catch (IOException e) {
            throw new LocalStackException("The schema registry does not answer as it should: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while the schema registry was starting", e);
        }
    }

    /** Another registry on that port would answer in the place of ours. */
    private void requireThatItIsOurs() throws InterruptedException {
        if (process.waitFor(0, TimeUnit.MILLISECONDS)) {
            throw deathAtStart();
        }
    }

    private LocalStackException deathAtStart() {
        if (log.mentions("already bound") || log.mentions("Address already in use")) {
            return new PortTakenException("schema registry", port);
        }
        String what = "The schema registry died while starting, exit code " + process.exitValue();
        if (log.mentions("Could not reserve enough space")
                || log.mentions("insufficient memory")
                || log.mentions("OutOfMemoryError")) {
            return new MemoryShortException(what + ", for want of memory:\n" + log.tail());
        }
        return new RegistryFailedException(what + "; the end of " + log.file() + ":\n" + log.tail());
    }

    /** Has somebody told when the process ends though nobody asked it to; at once if it has ended already. */
    public void onDeath(Consumer<String> listener) {
        process.onExit().thenAccept(ended -> {
            if (!stopping) {
                listener.accept("The schema registry died, exit code " + ended.exitValue() + "; the end of "
                        + log.file() + ":\n" + log.tail());
            }
        });
    }

    /** Ends the process by closing its standard input, and by force if that is not enough. */
    @Override
    public void close() {
        stopping = true;
        try {
            process.getOutputStream().close();
            if (!process.waitFor(MOST_TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The schema registry did not stop within {} s and is killed", MOST_TO_STOP.toSeconds());
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            LOG.debug("The pipe to the schema registry was closed already", e);
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
