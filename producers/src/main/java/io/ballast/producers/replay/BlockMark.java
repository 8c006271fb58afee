/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import java.time.Instant;
import java.util.Optional;

/**
 * The end of a block.
 *
 * @param hash  empty if nothing was met of the block itself: it then stands for the state that an earlier one left
 * @param time  of the block, or of the last one met before it
 */
record BlockMark(long number, Optional<String> hash, Instant time) {}
