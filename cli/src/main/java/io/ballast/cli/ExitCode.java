/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

/** What the process returns to its caller. */
public final class ExitCode {
    public static final int OK = 0;
    /** It was understood, but it did not work. */
    public static final int FAILED = 1;
    /** The command line itself makes no sense. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
