/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import java.time.Duration;

/**
 * How often and how long a receiver is tried.
 *
 * @param renotify  a reminder of an alert that it knows to fire is not told within this
 * @param perMinute  requests within any minute, at most
 * @param giveUpAfter  an alert that it does not take for so long is given up
 * @param timeout  of one request
 */
record DeliveryTerms(Duration renotify, int perMinute, Duration giveUpAfter, Duration timeout) {}
