/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

/** A message lacks what it must have, or a value has not the form that it must have; the message names it. */
public final class MalformedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String message) {
        super(message);
    }

    public MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
