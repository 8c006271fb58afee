/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

/**
 * How many positions there are of each kind, besides the one that never leaves in each pool.
 *
 * @param nfts  of the position manager
 * @param direct  held in a concentrated pool without it
 * @param pairHolders  of the pair's LP tokens
 */
record PositionPlan(int nfts, int direct, int pairHolders) {

    private static final int MOST_DIRECT = 12;

    /** Splits a total: small books are of NFTs alone, since those are what people hold. */
    static PositionPlan of(int positions) {
        int direct = Math.min(MOST_DIRECT, positions / 25);
        int pairHolders = Math.min(DemoWallets.PAIR_HOLDERS.size(), positions / 10);
        return new PositionPlan(
                positions - SimulationOptions.LEAST_POSITIONS - direct - pairHolders, direct, pairHolders);
    }

    int total() {
        return nfts + direct + pairHolders;
    }
}
