/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

/** How a command prints what it found; lower case on the command line. */
public enum OutputFormat {
    /** Aligned columns for people. */
    table,
    /** JSON for programs: one document, or one object a line where the output has no end. */
    json
}
