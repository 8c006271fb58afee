/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PositionAccount;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** All of a pool and each portfolio's part of it, kept right as accounts change. Mutable and single-threaded. */
final class Groups {

    private final PoolBook book;
    private final Portfolios portfolios;
    private final Consumer<Group> newcomers;
    private final LongSupplier oldestMs;
    private final Group all;
    private final Map<String, Group> parts = new HashMap<>();
    private final Set<Group> changed = new LinkedHashSet<>();

    /**
     * @param newcomers  is told of every group once, of the pool itself first
     * @param oldestMs  event time of the oldest state that an undo can bring back
     */
    Groups(PoolBook book, Portfolios portfolios, Consumer<Group> newcomers, LongSupplier oldestMs) {
        this.book = book;
        this.portfolios = portfolios;
        this.newcomers = newcomers;
        this.oldestMs = oldestMs;
        all = open(null);
    }

    /**
     * An account became another.
     *
     * @param before  null: there was none
     * @param now  null: there is none
     */
    void replace(PositionAccount before, PositionAccount now) {
        all.replace(before, now);
        changed.add(all);
        String left = portfolio(before);
        String entered = portfolio(now);
        if (Objects.equals(left, entered)) {
            replace(entered, before, now);
        } else {
            replace(left, before, null);
            replace(entered, null, now);
        }
    }

    private void replace(String portfolio, PositionAccount before, PositionAccount now) {
        if (portfolio == null) {
            return;
        }
        Group part = parts.get(portfolio);
        if (part == null) {
            if (now == null || !hasSomethingToSay(now)) {
                return;
            }
            part = open(portfolio);
            parts.put(portfolio, part);
        }
        part.replace(before, now);
        changed.add(part);
    }

    /** A portfolio whose positions were all closed long ago has no part. */
    private static boolean hasSomethingToSay(PositionAccount account) {
        return account.isOpen() || !account.state().flows().isEmpty();
    }

    private Group open(String portfolio) {
        Group group = new Group(portfolio, book.newGroup());
        group.sums().forgetBefore(oldestMs.getAsLong());
        newcomers.accept(group);
        return group;
    }

    private String portfolio(PositionAccount account) {
        return account == null ? null : portfolios.of(account.state().identity().owner());
    }

    /** Portfolios that have, or had since the start, something in the pool. */
    Set<String> portfolios() {
        return parts.keySet();
    }

    /** Positions that the pool itself is the sum of. */
    int openPositions() {
        return all.sums().count();
    }

    /** Hands out what has changed since it did so last. */
    void drainChanged(Consumer<Group> action) {
        changed.forEach(action);
        changed.clear();
    }
}
