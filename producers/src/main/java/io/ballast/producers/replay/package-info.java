/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Replays recordings. Start at {@link io.ballast.producers.replay.LogReplay},
 * {@link io.ballast.producers.replay.MinuteBarReplay} and {@link io.ballast.producers.replay.MarketReplay}.
 */
package io.ballast.producers.replay;
