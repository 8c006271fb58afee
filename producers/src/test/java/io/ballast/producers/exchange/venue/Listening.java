/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import io.ballast.producers.exchange.market.Observed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hears messages with an adapter, all at one time. Messages of tests have ' for ". */
final class Listening {

    static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final VenueAdapter adapter;

    Listening(VenueAdapter adapter) {
        this.adapter = adapter;
    }

    List<String> opening() {
        return adapter.opening().stream()
                .map(message -> message.replace('"', '\''))
                .toList();
    }

    List<Heard> hear(String message) throws MalformedMessageException {
        return adapter.hear(VenueJson.read(message.replace('\'', '"')), NOW);
    }

    /** What it says of markets and nothing else. */
    List<Observed> observed(String message) throws MalformedMessageException {
        List<Observed> observed = new ArrayList<>();
        for (Heard heard : hear(message)) {
            observed.add(((Heard.Market) heard).observed());
        }
        return observed;
    }
}
