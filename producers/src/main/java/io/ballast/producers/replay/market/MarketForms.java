/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay.market;

import io.ballast.producers.records.SourceLine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises the form of a file of market data by how it begins. */
public final class MarketForms {

    /** Enough to find one that is not broken. */
    public static final int LINES_LOOKED_AT = 20;

    private static final List<MarketForm> ALL = Stream.<MarketForm[]>of(BinanceForm.values(), TardisForm.values())
            .flatMap(Arrays::stream)
            .toList();

    private MarketForms() {}

    /**
     * The form of a file.
     *
     * @param beginning  its first lines; one that is broken does not matter if another is not
     * @return empty if it looks like none
     */
    public static Optional<MarketForm> of(List<SourceLine> beginning) {
        return beginning.stream()
                .flatMap(line -> ALL.stream().filter(form -> form.fits(line)))
                .findFirst();
    }
}
