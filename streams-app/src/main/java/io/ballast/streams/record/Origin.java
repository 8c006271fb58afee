/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import java.time.Instant;

/**
 * What the book's journal and its dead letters need of a record beside what it says.
 *
 * @param from  where it lies
 * @param value  its bytes
 * @param eventTime  time of the block or observation
 * @param simulated  made by the simulator
 */
public record Origin(Coordinates from, byte[] value, Instant eventTime, boolean simulated) {}
