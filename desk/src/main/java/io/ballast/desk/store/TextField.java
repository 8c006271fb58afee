/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.schema.PositionRisk;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Words of a position that many positions share: each is kept once, and a column says by number which one a row has. */
public enum TextField {
    POOL("pool id, or its tokens and fee", PositionRisk::getPoolId),
    PORTFOLIO("path of the owner's portfolio", PositionRisk::getPortfolio),
    OWNER("who holds it", PositionRisk::getOwner),
    STATE("BELOW, IN_RANGE, ABOVE, CLOSED or UNKNOWN", risk -> risk.getRangeState()
            .name()),
    KIND("NFT, DIRECT or LP_TOKEN", risk -> risk.getKind().name());

    private final String meaning;
    private final Function<PositionRisk, String> reading;

    TextField(String meaning, Function<PositionRisk, String> reading) {
        this.meaning = meaning;
        this.reading = reading;
    }

    /** Name in queries. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String meaning() {
        return meaning;
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
