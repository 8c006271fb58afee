/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.journal.JournaledMap;
import java.math.BigInteger;
import java.util.List;

/** LP tokens that were sent to be burnt, by holder, until they are paid for. All state is in the book's table of movements. */
public final class LeavingTokens {

    private static final String LEAVING = "leaving:";

    private final JournaledMap<String, LpMovement> movements;

    public LeavingTokens(JournaledMap<String, LpMovement> movements) {
        this.movements = movements;
    }

    public void add(LpMovement gone) {
        LpMovement already = of(gone.holder());
        movements.put(LEAVING + gone.holder(), already == null ? gone : already.plus(gone));
    }

    /** Null: none of this holder's. */
    public LpMovement of(String holder) {
        return movements.get(LEAVING + holder);
    }

    public List<LpMovement> all() {
        return List.copyOf(
                movements.view().tailMap(LEAVING).headMap(LEAVING + '\uffff').values());
    }

    /** How many there are. */
    public BigInteger lpTokens() {
        return all().stream().map(LpMovement::lpTokens).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** They are paid for. */
    public void remove(LpMovement gone) {
        movements.remove(LEAVING + gone.holder());
    }
}
