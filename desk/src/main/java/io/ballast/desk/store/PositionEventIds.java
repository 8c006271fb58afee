/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.risk.book.PositionIdentity;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.schema.PositionEvent;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which positions an event is of, by the ids that {@code position-risk} has for keys. Events that name nobody, as the deposit into a
 * pool of LP tokens does, are of none; so are those of a manager's slot in Uniswap v3, whose NFT logs say the same.
 */
final class PositionEventIds {
    private static final String NOBODY = "0x" + "0".repeat(40);
    private static final int HEX = 16;

    private PositionEventIds() {}

    /** @throws IllegalArgumentException if fields that its kind needs are missing or wrong */
    static List<String> of(PositionEvent event) {
        return keys(event).map(key -> event.getPoolId() + "/" + key).distinct().toList();
    }

    private static Stream<String> keys(PositionEvent event) {
        return switch (event.getKind()) {
            case MINT, BURN, COLLECT -> event.getManaged() ? Stream.empty() : Stream.of(slot(event));
            case MODIFY -> Stream.of(event.getManaged() ? nftOfSalt(event) : slot(event));
            case NFT_INCREASE, NFT_DECREASE, NFT_COLLECT, NFT_TRANSFER ->
                Stream.of(PositionIdentity.nftKey(required("token_id", event.getTokenId())));
            case LP_TRANSFER ->
                Stream.of(event.getFromAddress(), event.getToAddress())
                        .filter(holder -> holder != null && !holder.equals(NOBODY))
                        .map(holder -> PositionIdentity.lpToken(holder).key());
            case LP_MINT, LP_BURN, JOIN, EXIT, UNKNOWN -> Stream.empty();
        };
    }

    private static String slot(PositionEvent event) {
        return PositionIdentity.directKey(new SlotKey(
                required("owner", event.getOwner()),
                required("tick_lower", event.getTickLower()),
                required("tick_upper", event.getTickUpper()),
                event.getSalt() == null ? "" : event.getSalt()));
    }

    /** A manager's salt is its token id. */
    private static String nftOfSalt(PositionEvent event) {
        String salt = required("salt", event.getSalt());
        return PositionIdentity.nftKey(new BigInteger(salt.replaceFirst("^0x", ""), HEX).toString());
    }

    private static <T> T required(String field, T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }
}
