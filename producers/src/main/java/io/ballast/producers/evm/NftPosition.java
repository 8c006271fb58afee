/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

/**
 * The range that an NFT's liquidity is in.
 *
 * @param pool  the pool's contract, known or not
 * @param tickLower  lower tick
 * @param tickUpper  upper tick
 */
record NftPosition(String pool, int tickLower, int tickUpper) {}
