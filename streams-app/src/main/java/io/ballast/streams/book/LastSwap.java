/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.Entry;
import io.ballast.risk.book.HumanUnits;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.market.SwapMarkout;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.share.ShareEvent;
import io.ballast.schema.PoolRisk;
import io.ballast.streams.record.Origin;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Supplier;

/** Writes what a pool's last swap cost its liquidity providers; looked up in the history, where an undo takes it away. */
final class LastSwap {

    /** A block may bring thousands of deposits: so many records are looked at, no more. */
    private static final int LOOK_BACK = 512;

    private static final double PRICE_SCALE = 0x1p-192;

    private final PoolBook book;
    private final Supplier<List<Entry<Origin>>> history;

    LastSwap(PoolBook book, Supplier<List<Entry<Origin>>> history) {
        this.book = book;
        this.history = history;
    }

    void write(PoolRisk risk) {
        List<Entry<Origin>> entries = history.get();
        int oldest = Math.max(0, entries.size() - LOOK_BACK);
        for (int i = entries.size() - 1; i >= oldest; i--) {
            Entry<Origin> entry = entries.get(i);
            if (!entry.refused() && entry.arrival().event() instanceof BookEvent.Tick tick) {
                write(risk, entry, tick);
                return;
            }
        }
    }

    private void write(PoolRisk risk, Entry<Origin> entry, BookEvent.Tick tick) {
        if (tick instanceof BookEvent.Swap swap) {
            write(risk, entry, swap.amount0(), swap.amount1());
        } else if (tick instanceof ShareEvent.Exchange exchange) {
            write(risk, entry, exchange.change0(), exchange.change1());
        }
    }

    private void write(PoolRisk risk, Entry<Origin> entry, BigInteger gain0, BigInteger gain1) {
        risk.setLastSwapTime(entry.arrival().source().eventTime());
        Marks marks = entry.arrival().marks();
        Double fee = book.parameters().swapFee();
        // There is a mark only where decimals are known.
        if (marks.marketPriceX192() == null || fee == null) {
            return;
        }
        SwapMarkout markout = SwapMarkout.of(
                gain0.doubleValue(),
                gain1.doubleValue(),
                marks.marketPriceX192().doubleValue() * PRICE_SCALE,
                fee);
        HumanUnits units = HumanUnits.of(book.terms());
        risk.setLastSwapMarkout(units.amount1(markout.loss()));
        risk.setLastSwapFee(units.amount1(markout.fee()));
    }
}
