/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolKind;
import java.util.List;

/**
 * What a pool is created with.
 *
 * @param kind  its curve
 * @param venue  {@code uniswap-v3} or {@code uniswap-v2}
 * @param address  the pool's contract, lower case
 * @param tokens  both tokens
 * @param feePips  fee in millionths of the amount in
 * @param tickSpacing  concentrated pools; 0 otherwise
 */
public record PoolTerms(PoolKind kind, String venue, String address, TokenPair tokens, int feePips, int tickSpacing) {

    private static final int V2_FEE_PIPS = 3000;

    /** A Uniswap v3 pool. */
    public static PoolTerms v3(String address, TokenPair tokens, int feePips, int tickSpacing) {
        return new PoolTerms(PoolKind.CONCENTRATED, "uniswap-v3", address, tokens, feePips, tickSpacing);
    }

    /** A Uniswap v2 pair. */
    public static PoolTerms v2(String address, TokenPair tokens) {
        return new PoolTerms(PoolKind.CONSTANT_PRODUCT, "uniswap-v2", address, tokens, V2_FEE_PIPS, 0);
    }

    public String poolId() {
        return venue + ":" + SimulatedChain.CHAIN_ID + ":" + address;
    }

    PoolDefinition.Builder definition() {
        return PoolDefinition.newBuilder()
                .setPoolId(poolId())
                .setKind(kind)
                .setVenue(venue)
                .setChainId(SimulatedChain.CHAIN_ID)
                .setAddress(address)
                .setTokens(List.of(tokens.token0().toRecord(), tokens.token1().toRecord()))
                .setFeePips(feePips)
                .setTickSpacing(kind == PoolKind.CONCENTRATED ? tickSpacing : null);
    }
}
