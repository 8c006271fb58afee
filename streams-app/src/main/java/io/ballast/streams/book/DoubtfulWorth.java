/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.GroupWorth;
import io.ballast.risk.book.PositionAccount;
import io.ballast.risk.book.Quality;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What those positions of a portfolio are worth that something is known against: a flag of their own, or a block that the chain
 * may still drop. Mutable and single-threaded.
 */
final class DoubtfulWorth {

    private final Supplier<GroupWorth> newWorth;
    private final Predicate<String> isUnfinalised;
    private final Map<Quality, GroupWorth> flagged = new EnumMap<>(Quality.class);
    private final GroupWorth unfinalised;

    /** @param isUnfinalised  whether a position, by its key, was changed in a block that may still be dropped */
    DoubtfulWorth(Supplier<GroupWorth> newWorth, Predicate<String> isUnfinalised) {
        this.newWorth = newWorth;
        this.isUnfinalised = isUnfinalised;
        unfinalised = newWorth.get();
    }

    /** An account became another; null: it was not, or is not, in the portfolio. */
    void replace(PositionAccount before, PositionAccount now) {
        Set<Quality> had = PositionFlags.of(before);
        Set<Quality> has = PositionFlags.of(now);
        Set<Quality> either = EnumSet.copyOf(had);
        either.addAll(has);
        either.forEach(flag -> flagged.computeIfAbsent(flag, absent -> newWorth.get())
                .replace(had.contains(flag) ? before : null, has.contains(flag) ? now : null));
        if (isUnfinalised.test((before == null ? now : before).key())) {
            unfinalised.replace(before, now);
        }
    }

    /** A position of the portfolio was changed in a block that may still be dropped. */
    void doubt(PositionAccount account) {
        unfinalised.replace(null, account);
    }

    /** It no longer is one that was. */
    void trust(PositionAccount account) {
        unfinalised.replace(account, null);
    }

    /** Token1; null where it cannot be measured. */
    Double unfinalised() {
        return unfinalised.value();
    }

    /** By flag that a position has, token1; a value is null where it cannot be measured. */
    Map<Quality, Double> flagged() {
        Map<Quality, Double> values = new EnumMap<>(Quality.class);
        flagged.forEach((flag, worth) -> {
            if (worth.count() > 0) {
                values.put(flag, worth.value());
            }
        });
        return values;
    }
}
