/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Many open pages, read by one thread, whose own cost is told: it must not be what is measured. */
final class StreamClients implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 18;
    private static final long A_MOMENT_MS = 20;

    private final Selector selector;
    private final List<StreamClient> clients = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final Thread thread = new Thread(this::run, "stream-clients");
    private volatile int filled;
    private volatile int complete;
    private volatile boolean closing;
    private volatile IOException failure;

    private StreamClients(Selector selector) {
        this.selector = selector;
    }

    /** Opens so many, spread evenly over the views. */
    static StreamClients open(URI desk, int count, RiskBook book, Receipts receipts) throws IOException {
        StreamClients opened = new StreamClients(Selector.open());
        for (int number = 0; number < count; number++) {
            StreamClient client = new StreamClient(desk, number % book.views(), book, receipts);
            opened.clients.add(client);
            client.channel().register(opened.selector, SelectionKey.OP_READ, client);
        }
        opened.thread.setDaemon(true);
        opened.thread.start();
        return opened;
    }

    private void run() {
        try {
            while (!closing) {
                selector.select(this::read, A_MOMENT_MS);
                filled = count(StreamClient::isFilled);
                complete = count(StreamClient::isComplete);
            }
        } catch (IOException broken) {
            failure = broken;
        }
    }

    private int count(Predicate<StreamClient> state) {
        return (int) clients.stream().filter(state).count();
    }

    private void read(SelectionKey key) {
        StreamClient client = (StreamClient) key.attachment();
        try {
            int length = ((SocketChannel) key.channel()).read(buffer.clear());
            if (length < 0) {
                throw new IOException("the desk has ended a stream");
            }
            bytes.addAndGet(length);
            client.take(buffer.array(), length, System.nanoTime());
        } catch (IOException broken) {
            failure = broken;
            key.cancel();
        }
    }

    /** Until all pages have all their rows. */
    void awaitFilled(Duration patience) throws IOException, TimeoutException {
        await(patience, () -> filled == clients.size(), "the first rows of all pages");
    }

    /** Until all have seen the last record of each of their rows. */
    void awaitComplete(Duration patience) throws IOException, TimeoutException {
        await(patience, () -> complete == clients.size(), "the last rows of all pages");
    }

    private void await(Duration patience, BooleanSupplier done, String awaited) throws IOException, TimeoutException {
        long begin = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (failure != null) {
                throw new IOException("a stream broke while " + awaited + " were awaited", failure);
            }
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new TimeoutException(awaited + " take longer than " + patience + ": " + filled
                        + " pages are filled, " + complete + " complete");
            }
            LockSupport.parkNanos(Duration.ofMillis(A_MOMENT_MS).toNanos());
        }
    }

    /** Received by all together. */
    long bytes() {
        return bytes.get();
    }

    /** Processor time of reading. */
    long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }

    @Override
    public void close() throws IOException {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (StreamClient client : clients) {
            client.channel().close();
        }
        selector.close();
    }
}
