/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import java.time.Instant;

/**
 * What every log of a block has in common.
 *
 * @param number  from 1
 * @param hash  0x and 64 lower-case hex digits
 * @param time  a whole second
 */
public record BlockHeader(long number, String hash, Instant time) {}
