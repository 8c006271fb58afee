/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import java.util.Locale;

/** What a receiver is, which decides the form of what it is told. */
public enum ReceiverKind {
    /** An Alertmanager, over its API v2. */
    ALERTMANAGER,
    /** Anything that takes what an Alertmanager posts to webhooks (version 4). */
    WEBHOOK,
    /** A channel of Slack, by an incoming webhook. */
    SLACK,
    /** A service of PagerDuty, by Events API v2. */
    PAGERDUTY;

    /** As it stands in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
