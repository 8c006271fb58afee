/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.problem;

/** The local stack cannot be started or used; subclasses say why, the message says what to do. */
public class LocalStackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalStackException(String message) {
        super(message);
    }

    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
