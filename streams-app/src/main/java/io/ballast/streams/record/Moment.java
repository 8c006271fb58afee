/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.risk.book.LogPosition;
import java.time.Instant;

/**
 * A point of a pool's history that figures speak of.
 *
 * @param at  the last record that is part of them
 * @param eventTime  its time
 * @param simulated  it was made by the simulator
 */
public record Moment(LogPosition at, Instant eventTime, boolean simulated) {}
