/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

/**
 * Somebody who is told of alerts.
 *
 * @param name  stands in the consumer group and in what is published; no secret
 */
record Receiver(String name, ReceiverKind kind, AlertSelector selector, DeliveryTerms terms, AlertFormat format) {}
