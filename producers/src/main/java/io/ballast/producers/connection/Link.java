/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

/** One websocket from its first handshake to its end; it does not come back. Thread-safe. */
public interface Link {

    /** Sends a text message behind those sent before. What cannot be sent ends the link. */
    void send(String text);

    /** Sends the protocol's ping, which the other side has to answer. */
    void ping();

    /** Says good-bye and ends. The listener hears no more. */
    void close();

    /** Ends at once, without a word. The listener hears no more. */
    void abort();
}
