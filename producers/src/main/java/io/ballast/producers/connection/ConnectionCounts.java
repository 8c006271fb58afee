/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

/** Counts what a connection went through. Thread-safe: metrics are read by others. */
public final class ConnectionCounts {

    private long messages;
    private long opens;
    private long losses;
    private long renewals;
    private boolean open;
    private String lastLoss = "";

    synchronized void message() {
        messages++;
    }

    synchronized void opened() {
        opens++;
        open = true;
    }

    synchronized void lost(String why) {
        losses++;
        open = false;
        lastLoss = why;
    }

    synchronized void renewed() {
        renewals++;
        open = false;
    }

    synchronized void closed() {
        open = false;
    }

    /** Text messages heard. */
    public synchronized long messages() {
        return messages;
    }

    /** Links that came to be open. */
    public synchronized long opens() {
        return opens;
    }

    /** Links that were lost, or could not be had. */
    public synchronized long losses() {
        return losses;
    }

    /** Links that were replaced in order, at the end of their time. */
    public synchronized long renewals() {
        return renewals;
    }

    /** True: a link is open now. */
    public synchronized boolean open() {
        return open;
    }

    /** Why the last one was lost; empty: none was. */
    public synchronized String lastLoss() {
        return lastLoss;
    }
}
