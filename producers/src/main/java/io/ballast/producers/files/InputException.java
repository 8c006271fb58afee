/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

/** An input file cannot be used: the message has the file, the line where there is one, the value and the rule. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
