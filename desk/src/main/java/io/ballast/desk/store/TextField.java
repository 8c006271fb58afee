/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.schema.PositionRisk;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Words of a position that many positions share: each is kept once, and a column says by number which one a row has. */
public enum TextField {
    POOL(PositionRisk::getPoolId),
    PORTFOLIO(PositionRisk::getPortfolio),
    OWNER(PositionRisk::getOwner),
    STATE(risk -> risk.getRangeState().name()),
    KIND(risk -> risk.getKind().name());

    private final Function<PositionRisk, String> reading;

    TextField(Function<PositionRisk, String> reading) {
        this.reading = reading;
    }

    /** Name in queries. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word of a record; empty: it has none. */
    public String of(PositionRisk risk) {
        String word = reading.apply(risk);
        return word == null ? "" : word;
    }

    public static Optional<TextField> named(String id) {
        return Arrays.stream(values()).filter(field -> field.id().equals(id)).findFirst();
    }
}
