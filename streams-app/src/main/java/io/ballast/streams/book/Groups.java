/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PositionAccount;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** All of a pool and each portfolio's part of it, kept right as accounts change. Mutable and single-threaded. */
final class Groups {

    private final PoolBook book;
    private final Portfolios portfolios;
    private final Consumer<Group> newcomers;
    private final LongSupplier oldestMs;
    private final Unfinalised unfinalised;
    private final Group all;
    private final Map<String, Group> parts = new HashMap<>();
    private final Set<Group> changed = new LinkedHashSet<>();

    /**
     * @param newcomers  is told of every group once, of the pool itself first
     * @param oldestMs  event time of the oldest state that an undo can bring back
     * @param finality  event time after which a block counts as final
     */
    Groups(PoolBook book, Portfolios portfolios, Consumer<Group> newcomers, LongSupplier oldestMs, Duration finality) {
        this.book = book;
        this.portfolios = portfolios;
        this.newcomers = newcomers;
        this.oldestMs = oldestMs;
        unfinalised = new Unfinalised(
                finality, key -> inPart(key, DoubtfulWorth::doubt), key -> inPart(key, DoubtfulWorth::trust));
        all = open(Group.ofPool(book.newGroup()));
    }

    /** Positions that were changed in blocks which may still be dropped. */
    Unfinalised unfinalised() {
        return unfinalised;
    }

    private void inPart(String positionKey, BiConsumer<DoubtfulWorth, PositionAccount> change) {
        PositionAccount account = book.account(positionKey);
        String portfolio = portfolio(account);
        Group part = portfolio == null ? null : parts.get(portfolio);
        if (part != null) {
            change.accept(part.doubtful(), account);
        }
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
            DoubtfulWorth doubtful = new DoubtfulWorth(book::newWorth, unfinalised::contains);
            part = open(Group.ofPortfolio(portfolio, book.newGroup(), doubtful));
            parts.put(portfolio, part);
        }
        part.replace(before, now);
        changed.add(part);
    }

    /** A portfolio whose positions were all closed long ago has no part. */
    private static boolean hasSomethingToSay(PositionAccount account) {
        return account.isOpen() || !account.state().flows().isEmpty();
    }

    private Group open(Group group) {
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
