/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The instruments that we asked for, by the names that the exchange has for them. Immutable. */
final class Symbols {

    /** Reads something about an instrument of ours. */
    @FunctionalInterface
    interface Reader {

        /** @return what it says */
        List<Heard> read(String instrumentId) throws MalformedMessageException;
    }

    private final Map<String, String> ids = new LinkedHashMap<>();

    /**
     * @param venue  what our ids begin with
     * @param wireName  the exchange's name of an instrument
     */
    Symbols(String venue, List<String> instruments, UnaryOperator<String> wireName) {
        instruments.forEach(instrument -> ids.put(wireName.apply(instrument), venue + ":" + instrument));
    }

    /** As the exchange calls them, in the order in which they were asked for. */
    List<String> wireNames() {
        return new ArrayList<>(ids.keySet());
    }

    /** What is said of an instrument, if we asked for it. */
    List<Heard> ofOurs(String wireName, Reader reader) throws MalformedMessageException {
        Optional<String> id = Optional.ofNullable(ids.get(wireName));
        return id.isPresent()
                ? reader.read(id.get())
                : List.of(new Heard.Unknown("instrument that we did not ask for"));
    }
}
