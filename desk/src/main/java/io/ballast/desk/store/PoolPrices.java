/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.schema.RiskReason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest price of each pool that any record has told: of the pool, or of a position in it, whichever was published last. Thread-safe.
 */
public final class PoolPrices {
    private final Map<String, At> newest = new ConcurrentHashMap<>();

    /**
     * A price and when it was.
     *
     * @param price  token1 per token0, whole units
     * @param time  in event time
     */
    public record At(double price, Instant time) {}

    /**
     * Takes in what a record tells.
     *
     * @param price  null: it tells none
     * @param reason  what was taken back by a reorganisation is newer than what it replaces, whatever its time
     */
    public void told(String poolId, Double price, Instant time, RiskReason reason) {
        if (price != null) {
            At told = new At(price, time);
            newest.merge(poolId, told, (known, other) -> isNewer(known, other, reason) ? other : known);
        }
    }

    private static boolean isNewer(At known, At other, RiskReason reason) {
        return reason == RiskReason.RETRACTION || !other.time().isBefore(known.time());
    }

    /** Empty: no record has told one. */
    public Optional<At> of(String poolId) {
        return Optional.ofNullable(newest.get(poolId));
    }
}
