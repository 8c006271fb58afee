/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

/** Records could not be written, or must not be: the message says which and why. */
public final class SinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SinkException(String message) {
        super(message);
    }

    public SinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
