/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Optional;

/**
 * The range that an NFT's liquidity is in.
 *
 * @param pool  the pool's contract, or v4 id, known or not
 * @param tickLower  lower tick
 * @param tickUpper  upper tick
 * @param salt  v4: that of its slot; empty in v3
 */
record NftPosition(String pool, int tickLower, int tickUpper, Optional<String> salt) {

    /** A v3 position. */
    NftPosition(String pool, int tickLower, int tickUpper) {
        this(pool, tickLower, tickUpper, Optional.empty());
    }
}
