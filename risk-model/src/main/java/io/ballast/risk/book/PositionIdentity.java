/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.concentrated.SlotKey;

/**
 * What a position is and whose.
 *
 * @param key  its id within its pool: {@code nft:12345}, {@code owner:lower:upper}, or the holder in a constant product pool
 * @param kind  how it is held
 * @param owner  who holds it; null when not known
 * @param manager  the contract that issued the NFT; null when it is none
 * @param tokenId  the NFT's id, decimal; null when it is none
 * @param tickLower  lower tick; 0 in a constant product pool
 * @param tickUpper  upper tick; 0 in a constant product pool
 * @param salt  v4: that of its slot; empty elsewhere
 * @param custodian  the contract that keeps the NFT for the owner; null: none does
 */
public record PositionIdentity(
        String key,
        Kind kind,
        String owner,
        String manager,
        String tokenId,
        int tickLower,
        int tickUpper,
        String salt,
        String custodian) {

    private static final String NO_SALT = "0x" + "0".repeat(64);

    /** How a position is held. */
    public enum Kind {
        NFT,
        DIRECT,
        LP_TOKEN
    }

    static PositionIdentity nft(BookEvent.NftKey nft, String owner) {
        return nft(nft, owner, null);
    }

    static PositionIdentity nft(BookEvent.NftKey nft, String owner, String custodian) {
        return new PositionIdentity(
                nftKey(nft.tokenId()),
                Kind.NFT,
                owner,
                nft.manager(),
                nft.tokenId(),
                nft.tickLower(),
                nft.tickUpper(),
                nft.salt(),
                custodian);
    }

    static PositionIdentity direct(SlotKey slot) {
        return new PositionIdentity(
                directKey(slot),
                Kind.DIRECT,
                slot.owner(),
                null,
                null,
                slot.tickLower(),
                slot.tickUpper(),
                slot.salt(),
                null);
    }

    /** The LP tokens of one holder. */
    public static PositionIdentity lpToken(String holder) {
        return new PositionIdentity(holder, Kind.LP_TOKEN, holder, null, null, 0, 0, "", null);
    }

    /** Key of an NFT, its id as a decimal. */
    public static String nftKey(String tokenId) {
        return "nft:" + tokenId;
    }

    /** Key of a slot that its owner holds itself. */
    public static String directKey(SlotKey slot) {
        String range = slot.owner() + ":" + slot.tickLower() + ":" + slot.tickUpper();
        return slot.salt().isEmpty() || slot.salt().equals(NO_SALT) ? range : range + ":" + slot.salt();
    }

    /** Whether the pool's own slot is its books; else the position manager keeps books of it. */
    boolean isKeptBySlot() {
        return kind == Kind.DIRECT || !salt.isEmpty();
    }

    /** The pool's slot that holds this position's liquidity, in a concentrated pool. */
    public SlotKey slot() {
        return new SlotKey(kind == Kind.NFT ? manager : owner, tickLower, tickUpper, salt);
    }

    /** In custody it belongs to who had it; where it came into being there, nobody knows for whom. */
    PositionIdentity after(BookEvent.NftTransfer transfer) {
        if (!transfer.intoCustody()) {
            return heldBy(transfer.to(), null);
        }
        String sender = owner == null ? transfer.from() : owner;
        return heldBy(transfer.isMint() ? transfer.to() : sender, transfer.to());
    }

    private PositionIdentity heldBy(String newOwner, String newCustodian) {
        return new PositionIdentity(key, kind, newOwner, manager, tokenId, tickLower, tickUpper, salt, newCustodian);
    }
}
