/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.kind;

import io.ballast.risk.book.ConcentratedKind;
import io.ballast.risk.book.ConstantProductKind;
import io.ballast.risk.book.PoolKind;
import io.ballast.risk.curve.stable.StableKind;
import io.ballast.risk.curve.weighted.WeightedKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Kinds of pools by name. Immutable. */
public final class PoolKinds {

    /** All that this version knows: a new kind is a line here. */
    public static final PoolKinds ALL =
            of(List.of(new ConstantProductKind(), new ConcentratedKind(), new WeightedKind(), new StableKind()));

    private final Map<String, PoolKind> byName;

    private PoolKinds(Map<String, PoolKind> byName) {
        this.byName = byName;
    }

    /** @throws IllegalStateException if two have the same name */
    public static PoolKinds of(List<PoolKind> kinds) {
        return new PoolKinds(kinds.stream().collect(Collectors.toUnmodifiableMap(PoolKind::name, Function.identity())));
    }

    /** Empty: there is no book for such pools. */
    public Optional<PoolKind> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
