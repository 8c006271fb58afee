/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

/**
 * A record as it lies on its topic.
 *
 * @param from  where
 * @param timestampMs  its Kafka timestamp
 * @param value  its bytes
 */
public record StoredRecord(Coordinates from, long timestampMs, byte[] value) {}
