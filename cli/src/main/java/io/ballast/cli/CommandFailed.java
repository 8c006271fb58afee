/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

/** A command could not do its work; the message is all that the user needs to see. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandFailed(String message) {
        super(message);
    }

    public CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
