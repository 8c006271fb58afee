/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

/** The command line makes no sense, which shows only while the command runs; exit code 2. */
public final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageError(String message) {
        super(message);
    }
}
