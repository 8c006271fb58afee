/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.alert;

/** Where an alert is in its life. */
public enum AlertPhase {
    /** The condition does not hold, or never did. */
    INACTIVE,
    /** It holds, but not for as long as the rule asks. */
    PENDING,
    /** It has held for that long. */
    FIRING
}
