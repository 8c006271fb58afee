/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

/** A log, or the line that should hold one, breaks a rule of its format. The message has the value and the rule. */
public final class MalformedLogException extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedLogException(String message) {
        super(message);
    }

    public MalformedLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
