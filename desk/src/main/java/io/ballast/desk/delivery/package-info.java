/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Tells receivers of alerts. One {@link io.ballast.desk.delivery.Courier} for each receiver decides what is told and when it is tried;
 * a {@link io.ballast.desk.delivery.ReceiverWorker} brings it what the topic says.
 */
package io.ballast.desk.delivery;
