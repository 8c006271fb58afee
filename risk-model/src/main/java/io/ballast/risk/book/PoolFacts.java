/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import java.math.BigInteger;
import java.util.List;

/**
 * What a pool's definition says, by the field names of the contract, so that a kind can read what it needs without a change
 * elsewhere. Null where it does not say. A name that the contract does not have is an {@link IllegalArgumentException}.
 */
public interface PoolFacts {

    /** The most that a token can say of itself: decimals are a uint8. */
    int MOST_DECIMALS = 255;

    String text(String field);

    /** A whole number, or a flag as 0 or 1. */
    Long number(String field);

    /** An integer of any size, written in decimal. */
    BigInteger integer(String field);

    /** What it says of each token, in the pool's order; of a token, nothing. */
    List<PoolFacts> tokens();

    default <T> T require(String field, T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    /** A whole number that must be there. */
    default int requireInt(String field) {
        long value = require(field, number(field));
        if (value != (int) value) {
            throw new IllegalArgumentException(field + " " + value + " is beyond 32 bits");
        }
        return (int) value;
    }

    /** @throws IllegalArgumentException unless there are two tokens */
    default void requirePair(PoolKind kind) {
        if (tokens().size() != 2) {
            throw new IllegalArgumentException("tokens: a " + kind.name() + " pool has 2, not " + tokens().size());
        }
    }

    /** Decimals of a token; null when not known. */
    default Integer decimals(int token) {
        Long decimals = tokens().get(token).number("decimals");
        if (decimals == null) {
            return null;
        }
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException(
                    "tokens[" + token + "].decimals " + decimals + " is outside 0 to " + MOST_DECIMALS);
        }
        return decimals.intValue();
    }
}
