/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.records.PoolClock;
import io.ballast.schema.PoolKind;
import java.math.BigInteger;
import java.util.Optional;

/** A pool whose logs are read. Mutable, single-threaded. */
final class KnownPool {

    private final String poolId;
    private final PoolClock clock;
    private PoolListing listing;
    private final SlipstreamFees fees = new SlipstreamFees();
    private final LoggedChanges<BigInteger> protocolParts = new LoggedChanges<>();
    private Optional<String> factory = Optional.empty();
    private boolean defined;
    private boolean retracted;

    /** All that a log on the pool's creation decides. */
    record Creation(PoolListing listing, Optional<String> factory, boolean defined, boolean retracted) {}

    /** @param clock  of the records with this id, which goes on if the pool was there before and is created again */
    KnownPool(String poolId, PoolListing listing, PoolClock clock) {
        this.poolId = poolId;
        this.listing = listing;
        this.clock = clock;
    }

    String poolId() {
        return poolId;
    }

    PoolListing listing() {
        return listing;
    }

    /** Its swap fees, where they change. */
    SlipstreamFees fees() {
        return fees;
    }

    /** What part of fees leaves at once, times 10^18, where it changes: Curve's pools. */
    LoggedChanges<BigInteger> protocolParts() {
        return protocolParts;
    }

    PoolClock clock() {
        return clock;
    }

    /** The contract whose log created it; empty as long as only a pools file names it. */
    Optional<String> factory() {
        return factory;
    }

    boolean isOfShares() {
        return listing.shares().isPresent();
    }

    boolean isPair() {
        return listing.kind() == PoolKind.CONSTANT_PRODUCT;
    }

    /** Its factory's log came, or was taken back. */
    void created(PoolListing asCreated, String byFactory, boolean removed) {
        listing = asCreated;
        factory = Optional.of(byFactory);
        retracted = removed;
    }

    Creation creation() {
        return new Creation(listing, factory, defined, retracted);
    }

    void restore(Creation before) {
        listing = before.listing();
        factory = before.factory();
        defined = before.defined();
        retracted = before.retracted();
    }

    /** Whether its definition has been written. */
    boolean isDefined() {
        return defined;
    }

    void define() {
        defined = true;
    }

    /** Whether its creation was taken back. */
    boolean isRetracted() {
        return retracted;
    }

    /** Written, and not taken back since. */
    boolean isLive() {
        return defined && !retracted;
    }
}
