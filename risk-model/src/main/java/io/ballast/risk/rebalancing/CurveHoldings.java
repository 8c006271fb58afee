/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.rolling.PastValues;
import io.ballast.risk.rolling.UnitHolding;
import io.ballast.risk.rolling.UnitHoldings;
import io.ballast.risk.rolling.WindowStart;
import io.ballast.risk.rolling.Windows;
import java.util.List;

/**
 * What a unit of depth holds in a pool whose curve may change: the price alone does not tell it, so it is kept, and old values
 * where windows start.
 *
 * <p>Mutable and single-threaded; all state is in journaled tables.
 */
public final class CurveHoldings implements UnitHoldings {

    private static final Integer NOW = 0;
    private static final Integer FIRST = 1;

    private final JournaledMap<Integer, HeldUnit> held;
    private final PastValues<UnitHolding> past;

    public CurveHoldings(Windows windows, Journal journal) {
        held = new JournaledMap<>("holdings", journal);
        past = new PastValues<>("holdings-past", windows, journal);
    }

    public List<JournaledMap<?, ?>> tables() {
        return List.of(held, past.table());
    }

    /**
     * A unit of depth holds something else, or something for the first time.
     *
     * @param nowMs  event time; not before the last one
     */
    public void moved(UnitHolding holding, long nowMs) {
        HeldUnit before = held.get(NOW);
        HeldUnit now = new HeldUnit(holding, nowMs);
        if (before == null) {
            held.put(FIRST, now);
        } else {
            past.replaced(NOW, before.holding(), before.sinceMs(), nowMs);
        }
        held.put(NOW, now);
    }

    @Override
    public UnitHolding now() {
        return held.get(NOW).holding();
    }

    @Override
    public UnitHolding at(WindowStart start) {
        return start.complete()
                ? past.at(NOW, start.timeMs(), now())
                : held.get(FIRST).holding();
    }

    @Override
    public boolean canGain() {
        return true;
    }
}
