/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

/**
 * The header of a block.
 *
 * @param number  0 or more
 * @param hash  0x and 64 lower-case hex digits
 * @param parentHash  likewise
 * @param timestampS  seconds since the epoch
 * @param hasLogs  what its bloom filter says: false if the block surely has no logs, or the node does not give the filter
 */
public record EthBlock(long number, String hash, String parentHash, long timestampS, boolean hasLogs) {}
