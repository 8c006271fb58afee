/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of which each item stands for itself: one that cannot be read costs none of the others. */
final class Items {

    /** Reads one item. */
    @FunctionalInterface
    interface Reader {

        /** @return what it says */
        List<Heard> read(Fields item) throws MalformedMessageException;
    }

    private Items() {}

    /** What all of them say, in order; if they say nothing, that there was a list. */
    static List<Heard> each(String type, JsonNode array, Reader reader) {
        List<Heard> heard = new ArrayList<>();
        for (JsonNode item : array) {
            try {
                heard.addAll(reader.read(Fields.of(item)));
            } catch (MalformedMessageException malformed) {
                heard.add(new Heard.Malformed(malformed.getMessage()));
            }
        }
        return heard.isEmpty() ? List.of(new Heard.Aside(type)) : heard;
    }
}
