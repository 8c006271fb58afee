/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PositionAccount;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** All of a pool and each portfolio's part of it, kept right as accounts change. Mutable and single-threaded. */
final class Groups {

    private final PoolBook book;
    private final Portfolios portfolios;
    private final Consumer<Group> newcomers;
    private final Group all;
    private final Map<String, Group> parts = new HashMap<>();
    private final Set<Group> changed = new LinkedHashSet<>();

    /** @param newcomers  is told of every group once, of the pool itself first */
    Groups(PoolBook book, Portfolios portfolios, Consumer<Group> newcomers) {
        this.book = book;
        this.portfolios = portfolios;
        this.newcomers = newcomers;
        all = new Group(null, book.newGroup());
        newcomers.accept(all);
    }

    /**
     * An account became another.
     *
     * @param before  null: there was none
     * @param now  null: there is none
     */
    void replace(PositionAccount before, PositionAccount now) {
        if (before != null && before.isOpen()) {
            all.subtract(before);
            part(before, part -> part.subtract(before));
        }
        if (now != null && now.isOpen()) {
            all.add(now);
            part(now, part -> part.add(now));
        }
        changed.add(all);
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

    private void part(PositionAccount account, Consumer<Group> action) {
        String portfolio = portfolios.of(account.state().identity().owner());
        if (portfolio == null) {
            return;
        }
        Group part = parts.get(portfolio);
        if (part == null) {
            part = new Group(portfolio, book.newGroup());
            parts.put(portfolio, part);
            newcomers.accept(part);
        }
        action.accept(part);
        changed.add(part);
    }
}
