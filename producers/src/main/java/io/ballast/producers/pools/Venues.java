/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.pools;

import io.ballast.schema.ConcentratedContract;
import java.util.Map;
import java.util.Optional;

/** Which contract the pools of a venue are, by the venue's name. */
public final class Venues {

    /** What Slipstream's {@code CLFactory} has from its constructor on; a spacing keeps its fee for good. */
    private static final Map<Integer, Integer> SLIPSTREAM_FEE_OF_SPACING =
            Map.of(1, 100, 50, 500, 100, 500, 200, 3000, 2000, 10000);

    private Venues() {}

    /** @param otherwise  if the name does not tell */
    public static PoolContract contract(String venue, PoolContract otherwise) {
        if (venue.startsWith("pancake") && venue.endsWith("-v3")) {
            return PoolContract.of(ConcentratedContract.PANCAKE_V3);
        }
        return isSlipstream(venue) ? PoolContract.of(ConcentratedContract.SLIPSTREAM) : otherwise;
    }

    /** The fee of Slipstream's pools of a tick spacing in millionths; empty if it had none such from the beginning. */
    public static Optional<Integer> slipstreamFeePips(int tickSpacing) {
        return Optional.ofNullable(SLIPSTREAM_FEE_OF_SPACING.get(tickSpacing));
    }

    /** Whether it is Velodrome's Slipstream, or Aerodrome's. */
    public static boolean isSlipstream(String venue) {
        return venue.endsWith(PoolListing.SLIPSTREAM);
    }
}
