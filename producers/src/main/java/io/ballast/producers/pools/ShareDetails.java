/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.pools;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What a weighted or stable pool was created with. Its logs do not say it.
 *
 * @param lpToken  contract of its LP tokens, lower case; often the pool itself
 * @param vault  Balancer v2: where in its vault the pool is; empty: the pool holds its tokens and writes all logs itself
 * @param weightsE18  weighted pools: of each token, times 10^18; else empty
 * @param amplification  stable pools: as the contract's {@code A()} means it, times the precision
 * @param amplificationPrecision  what the contract's logs give A times
 * @param swapFeeE18  of the amount in, in Curve's pools of the amount out, times 10^18
 * @param protocolPartE18  part of each swap's fee that leaves at once, times 10^18: Curve's {@code admin_fee}
 * @param ratesE18  stable pools: what one unit of each token stands for, times 10^18; empty: 1
 */
public record ShareDetails(
        String lpToken,
        Optional<VaultPool> vault,
        List<BigInteger> weightsE18,
        Optional<BigInteger> amplification,
        int amplificationPrecision,
        BigInteger swapFeeE18,
        BigInteger protocolPartE18,
        List<BigInteger> ratesE18) {

    /**
     * A pool in Balancer's vault.
     *
     * @param vault  the contract that holds the tokens and writes the swaps, lower case
     * @param poolId  the pool's id there, which begins with its address: 0x and 64 lower-case hex digits
     */
    public record VaultPool(String vault, String poolId) {}

    public ShareDetails {
        weightsE18 = List.copyOf(weightsE18);
        ratesE18 = List.copyOf(ratesE18);
        if (weightsE18.isEmpty() == amplification.isEmpty()) {
            throw new IllegalArgumentException("a pool of shares has weights or an amplification");
        }
    }
}
