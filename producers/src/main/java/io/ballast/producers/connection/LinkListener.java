/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

/** Hears what a link has to tell, one thing at a time, on threads of the transport: it must not wait. */
public interface LinkListener {

    /** The link is open: the first that is heard of it, unless it ends before. */
    void opened();

    /** A whole text message. */
    void text(String message);

    /** A sign of life without a message: a ping or a pong. */
    void sign();

    /** It is over: the last that is heard of it. */
    void ended(String why);
}
