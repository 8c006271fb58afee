/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Replays recordings. Start at {@link io.ballast.producers.replay.LogReplay} and
 * {@link io.ballast.producers.replay.MinuteBarReplay}.
 */
package io.ballast.producers.replay;
