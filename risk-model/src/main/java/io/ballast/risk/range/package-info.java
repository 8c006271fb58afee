/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What there is to know of a position that has a range: for how long the price was in it, how far its ends are, how probable it is that the
 * price leaves, how much of a range order is filled, and what it would cost to place the range anew.
 *
 * <p>Nothing of this is kept up by ticks but one reading of time at each boundary that the price crosses: {@link
 * io.ballast.risk.range.HeldTime}. The rest is worked out when somebody asks.
 */
package io.ballast.risk.range;
