/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between clients and a server on this machine, byte by byte, and does to their connections what a network may do: for
 * tests, of parts of the stack and of others. Thread-safe.
 */
public final class FaultyProxy implements Closeable {

    private static final int BUFFER_BYTES = 8 * 1024;

    private final int target;
    private final ServerSocket listening;
    private final List<Pair> pairs = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<CountDownLatch> silence = new AtomicReference<>(new CountDownLatch(0));
    private volatile boolean refusing;

    /** Both sockets of a connection. */
    private final class Pair {

        private final Socket client;
        private final Socket server;
        private long passLeft = Long.MAX_VALUE;
        private boolean frozen;

        Pair(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        /** How many of so many bytes may pass to the client; 0: it is cut. */
        synchronized int admit(int bytes) {
            int admitted = (int) Math.min(bytes, passLeft);
            passLeft -= admitted;
            return admitted;
        }

        synchronized void cutAfter(long bytes) {
            passLeft = bytes;
        }

        synchronized void freeze() {
            frozen = true;
        }

        synchronized boolean isFrozen() {
            return frozen;
        }

        void close() {
            closeQuietly(client);
            closeQuietly(server);
        }
    }

    public FaultyProxy(int target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("proxy-accept", this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Connections made so far, those that were turned away left out. */
    public int connections() {
        return pairs.size();
    }

    /** Cuts the connection that there is when so many more bytes have come from the server. */
    public void cutAfter(long bytes) {
        latest().cutAfter(bytes);
    }

    /** Nothing passes any more on the connection that there is, and nobody is told. */
    public void freeze() {
        latest().freeze();
    }

    /** Whether those who come are turned away. */
    public void refuse(boolean refuse) {
        refusing = refuse;
    }

    /** Cuts every connection and turns away those who come, until {@link #restore}. */
    public void cut() {
        refusing = true;
        pairs.forEach(Pair::close);
    }

    /** Nothing passes any more on any connection, new ones included, and nobody is told; until {@link #restore}. */
    public void silence() {
        silence.set(new CountDownLatch(1));
    }

    /** Connections can be made again; on those that were silent passes, late, what was held back. */
    public void restore() {
        refusing = false;
        silence.get().countDown();
    }

    private Pair latest() {
        return pairs.get(pairs.size() - 1);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (refusing) {
                    client.close();
                } else {
                    Pair pair = new Pair(client, new Socket(InetAddress.getLoopbackAddress(), target));
                    pairs.add(pair);
                    if (refusing) {
                        // Cut while it was being made.
                        pair.close();
                    }
                    start("proxy-up", () -> pump(pair, true));
                    start("proxy-down", () -> pump(pair, false));
                }
            } catch (IOException ended) {
                // Closed, or the server is: the client sees it.
            }
        }
    }

    private void pump(Pair pair, boolean up) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream from = (up ? pair.client : pair.server).getInputStream();
                OutputStream to = (up ? pair.server : pair.client).getOutputStream()) {
            int read = from.read(buffer);
            while (read >= 0) {
                if (pair.isFrozen()) {
                    closed.await();
                }
                silence.get().await();
                int admitted = up ? read : pair.admit(read);
                to.write(buffer, 0, admitted);
                to.flush();
                read = admitted < read ? -1 : from.read(buffer);
            }
        } catch (IOException ended) {
            // One side has closed: so do we.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        pair.close();
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is to be saved.
        }
    }

    @Override
    public void close() {
        closed.countDown();
        silence.get().countDown();
        closeQuietly(listening);
        pairs.forEach(Pair::close);
    }
}
