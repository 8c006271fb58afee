/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A position to be followed through recorded prices.
 *
 * @param owner  whose it is, lower case
 * @param tickLower  lower tick
 * @param tickUpper  upper tick, above the lower
 * @param liquidity  above 0, below 2^128
 * @param from  it is opened at the first price at or after this time
 * @param to  it is closed at the first price at or after this time; empty: it stays open
 * @param name  for people
 */
public record PositionListing(
        String owner,
        int tickLower,
        int tickUpper,
        BigInteger liquidity,
        Instant from,
        Optional<Instant> to,
        Optional<String> name) {

    public PositionListing {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(from, "from");
        if (tickLower >= tickUpper) {
            throw new IllegalArgumentException("tickLower " + tickLower + " is not below tickUpper " + tickUpper);
        }
        if (liquidity.signum() <= 0 || liquidity.bitLength() > 128) {
            throw new IllegalArgumentException("liquidity " + liquidity + " is not between 1 and 2^128 - 1");
        }
        if (to.filter(end -> end.isBefore(from)).isPresent()) {
            throw new IllegalArgumentException("to " + to.get() + " is before from " + from);
        }
    }

    /** Its name, or what it is. */
    public String title() {
        return name.orElseGet(() -> owner + ":" + tickLower + ":" + tickUpper);
    }
}
