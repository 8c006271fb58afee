/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.SolidityTypes.requireUint;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;

/** A pool's slots. Mutable and single-threaded. Source: v3-core {@code Position}. */
final class SlotTable {

    private final JournaledMap<SlotKey, SlotState> table;

    SlotTable(Journal journal) {
        this.table = new JournaledMap<>("slots", journal);
    }

    JournaledMap<SlotKey, SlotState> table() {
        return table;
    }

    boolean isEmpty() {
        return table.isEmpty();
    }

    SlotState get(SlotKey key) {
        SlotState state = table.get(key);
        return state == null ? SlotState.EMPTY : state;
    }

    /** Credits the fees to date. */
    void touch(SlotKey key, FeeGrowth inside) {
        table.put(key, get(key).touched(inside));
    }

    void add(SlotKey key, BigInteger liquidity) {
        SlotState slot = get(key);
        table.put(
                key,
                slot.withLiquidity(
                        requireUint("slot liquidity", slot.liquidity().add(liquidity), 128)));
    }

    void subtract(SlotKey key, BigInteger liquidity) {
        SlotState slot = get(key);
        table.put(key, slot.withLiquidity(slot.liquidity().subtract(liquidity)));
    }

    void credit(SlotKey key, TokenAmounts amounts) {
        table.put(key, get(key).credited(amounts));
    }

    /**
     * How much of a burn we know of.
     *
     * @param strict  true: a burn of more than that, or a poke of an empty slot, is refused as the contract refuses it
     */
    BigInteger burnable(SlotKey key, BigInteger liquidity, boolean strict) {
        BigInteger known = get(key).liquidity();
        if (strict && liquidity.compareTo(known) > 0) {
            throw new IllegalArgumentException(
                    "burn of liquidity " + liquidity + " from " + key + ", which has " + known);
        }
        if (strict && known.signum() == 0) {
            throw new IllegalArgumentException("NP: poke of " + key + ", which has no liquidity");
        }
        return liquidity.min(known);
    }

    void collect(SlotKey key, TokenAmounts paid, boolean strict) {
        SlotState slot = get(key);
        table.put(
                key,
                slot.withOwed(
                        Debt.less("tokensOwed0 of " + key, slot.tokensOwed0(), paid.amount0(), strict),
                        Debt.less("tokensOwed1 of " + key, slot.tokensOwed1(), paid.amount1(), strict)));
    }
}
