/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.alert;

/** What happened to an alert; each is one record for those who watch. */
public enum AlertChange {
    /** The condition began to hold. */
    PENDING,
    /** It has held for as long as the rule asks. */
    FIRED,
    /** It still holds, and it is time to say so again, or for the first time after a silence. */
    REMINDED,
    /** It held, and does no longer. */
    RESOLVED
}
