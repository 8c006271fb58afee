/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

/**
 * Two tokens in a pool's order.
 *
 * @param token0  the one with the lower address
 * @param token1  the other
 * @throws IllegalArgumentException if they are in the wrong order: the factories sort them
 */
public record TokenPair(SimulatedToken token0, SimulatedToken token1) {

    public TokenPair {
        if (token0.address().compareTo(token1.address()) >= 0) {
            throw new IllegalArgumentException("token0 " + token0.symbol() + " " + token0.address()
                    + " does not come before token1 " + token1.symbol() + " " + token1.address());
        }
    }
}
