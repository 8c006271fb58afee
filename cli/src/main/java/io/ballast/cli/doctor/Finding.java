/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

/**
 * What one look at the machine found.
 *
 * @param subject  what was looked at
 * @param state  how it is
 * @param detail  what was seen; for anything but OK also what to do about it
 */
record Finding(String subject, State state, String detail) {
    /** How it is. */
    enum State {
        OK,
        /** Something works less well, or something optional is not there. */
        WARNING,
        /** Something needed is not there. */
        MISSING
    }

    static Finding ok(String subject, String detail) {
        return new Finding(subject, State.OK, detail);
    }

    static Finding warning(String subject, String detail) {
        return new Finding(subject, State.WARNING, detail);
    }

    static Finding missing(String subject, String detail) {
        return new Finding(subject, State.MISSING, detail);
    }
}
