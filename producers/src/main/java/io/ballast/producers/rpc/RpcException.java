/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import java.time.Duration;
import java.util.Optional;

/** A node did not give what it was asked for: the message says which node, masked, and why. */
public final class RpcException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, by what can be done about it. */
    public enum Kind {
        /** No connection, or it broke: TLS errors too. */
        UNREACHABLE,
        /** No whole answer in time. */
        TIMEOUT,
        /** Asked too often (HTTP 429, or an error that says so). */
        RATE_LIMITED,
        /** The answer would be too large: ask for fewer blocks. */
        TOO_MUCH,
        /** The node cannot answer now: HTTP 5xx, or it does not have the block. */
        UNAVAILABLE,
        /** The node will not answer this, ever: wrong parameters, no such method, no access. */
        REFUSED,
        /** What it answered is not what the method gives, or contradicts itself. */
        MALFORMED,
        /** It is a node of another chain, or no node at all. */
        WRONG_CHAIN,
        /** The caller has been told to stop. */
        STOPPED
    }

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    public RpcException(Kind kind, String message) {
        this(kind, message, Optional.empty());
    }

    /** @param retryAfter  how long the node wants to be left alone */
    RpcException(Kind kind, String message, Optional<Duration> retryAfter) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** How long the node wants to be left alone; empty where it does not say. */
    public Optional<Duration> retryAfter() {
        return retryAfter == null ? Optional.empty() : retryAfter;
    }
}
