/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.security;

/**
 * Who asks.
 *
 * @param name  stands in what they do about alerts
 * @param mayAct  whether they may acknowledge, snooze and silence
 */
public record User(String name, Entitlement entitlement, boolean mayAct) {
    /** Whoever sits at the machine itself, where there is no sign-in. */
    public static final User LOCAL = new User("local", Entitlement.everything(), true);
}
