/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import java.util.List;

/**
 * What to hear of an exchange.
 *
 * @param instruments  each as the exchange calls it; spot pairs as BASE-QUOTE where the exchange has no sign between them
 * @param optionsOf  coins whose listed options are all heard
 * @param indices  price indices, as the exchange calls them
 * @param volatilityIndices  likewise
 * @param contracts  also publish what the instruments are
 */
public record VenuePlan(
        List<String> instruments,
        List<String> optionsOf,
        List<String> indices,
        List<String> volatilityIndices,
        boolean contracts) {

    public VenuePlan {
        instruments = List.copyOf(instruments);
        optionsOf = List.copyOf(optionsOf);
        indices = List.copyOf(indices);
        volatilityIndices = List.copyOf(volatilityIndices);
    }

    /** Instruments and no more. */
    public static VenuePlan of(List<String> instruments) {
        return new VenuePlan(instruments, List.of(), List.of(), List.of(), false);
    }

    public boolean isEmpty() {
        return instruments.isEmpty() && optionsOf.isEmpty() && indices.isEmpty() && volatilityIndices.isEmpty();
    }
}
