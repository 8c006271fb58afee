/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import io.ballast.producers.connection.Patience;
import io.ballast.producers.exchange.venue.Venue;
import io.ballast.producers.exchange.venue.VenuePlan;
import io.ballast.producers.files.InputException;
import io.ballast.producers.settings.GivenSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the settings {@code exchange.*}. */
public final class FeedSettings {

    /** What our settings begin with; all others are none of ours. */
    public static final String PREFIX = "exchange.";

    public static final String PRODUCER_ID = "exchange.producer.id";
    public static final String INTERVAL_MS = "exchange.interval.ms";
    public static final String CONNECT_MS = "exchange.connect.timeout.ms";
    public static final String PING_MS = "exchange.ping.ms";
    public static final String SILENCE_MS = "exchange.silence.ms";
    public static final String NO_DATA_MS = "exchange.no.data.ms";
    public static final String LIFE_MINUTES = "exchange.connection.life.minutes";
    public static final String MESSAGE_CHARS = "exchange.message.max.chars";

    private static final String OPTIONS = "exchange.deribit.options";
    private static final String INDICES = "exchange.deribit.indices";
    private static final String VOLATILITY_INDICES = "exchange.deribit.volatility.indices";
    private static final String CONTRACTS = "exchange.deribit.contracts";

    private static final Set<String> COMMON = Set.of(
            PRODUCER_ID,
            INTERVAL_MS,
            CONNECT_MS,
            PING_MS,
            SILENCE_MS,
            NO_DATA_MS,
            LIFE_MINUTES,
            MESSAGE_CHARS,
            OPTIONS,
            INDICES,
            VOLATILITY_INDICES,
            CONTRACTS);

    private static final long HOUR_MS = 3_600_000;
    private static final long LONGEST_LIFE_MINUTES = 24 * 60 - 1;
    private static final long MOST_CHARS = 100_000_000;

    private final GivenSettings settings;

    /**
     * @param settings  those that begin with {@value #PREFIX} are read
     * @throws InputException if there are unknown ones among them
     */
    public FeedSettings(Map<String, String> settings) {
        this.settings = new GivenSettings(settings, PREFIX, known());
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(COMMON);
        for (Venue venue : Venue.values()) {
            known.add(instrumentsKey(venue));
            known.add(urlKey(venue));
        }
        return known;
    }

    private static String instrumentsKey(Venue venue) {
        return PREFIX + venue.listing() + ".instruments";
    }

    private static String urlKey(Venue venue) {
        return PREFIX + venue.label() + ".url";
    }

    /** Names the producer for good. */
    public String producerId() {
        return settings.text(PRODUCER_ID).orElse("exchange");
    }

    /**
     * All checked.
     *
     * @throws InputException if a setting is missing or breaks a rule
     */
    public FeedOptions options() {
        List<FeedOptions.Feed> feeds = new ArrayList<>();
        for (Venue venue : Venue.values()) {
            VenuePlan plan = plan(venue);
            if (!plan.isEmpty()) {
                feeds.add(new FeedOptions.Feed(venue, address(venue), plan));
            }
        }
        if (feeds.isEmpty()) {
            throw new InputException("nothing to hear: give at least one of exchange.<venue>.instruments");
        }
        return new FeedOptions(
                feeds,
                patience(),
                millis(INTERVAL_MS, 100, 1),
                settings.whole(MESSAGE_CHARS, 1_000, MOST_CHARS)
                        .orElse(8_000_000L)
                        .intValue());
    }

    private VenuePlan plan(Venue venue) {
        List<String> instruments = instruments(venue);
        return venue == Venue.DERIBIT
                ? new VenuePlan(
                        instruments,
                        settings.list(OPTIONS),
                        settings.list(INDICES),
                        settings.list(VOLATILITY_INDICES),
                        settings.choice(CONTRACTS))
                : VenuePlan.of(instruments);
    }

    private List<String> instruments(Venue venue) {
        String key = instrumentsKey(venue);
        List<String> instruments = settings.list(key);
        for (String instrument : instruments) {
            if (!venue.hasNamesLike(instrument)) {
                throw GivenSettings.broken(key, instrument, "of the form " + venue.instrumentForm());
            }
        }
        return instruments;
    }

    private URI address(Venue venue) {
        String key = urlKey(venue);
        return settings.text(key)
                .map(value -> GivenSettings.parsed(key, value, FeedSettings::socket))
                .orElse(venue.address());
    }

    private static URI socket(String value) {
        URI address = URI.create(value);
        boolean isSocket = "ws".equals(address.getScheme()) || "wss".equals(address.getScheme());
        if (!isSocket || address.getHost() == null) {
            throw new IllegalArgumentException("not of the form wss://host…");
        }
        return address;
    }

    private Patience patience() {
        Duration ping = millis(PING_MS, 5_000, 10);
        Duration silence = millis(SILENCE_MS, 12_000, 10);
        if (silence.compareTo(ping) <= 0) {
            throw GivenSettings.broken(SILENCE_MS, Long.toString(silence.toMillis()), "above " + PING_MS);
        }
        return new Patience(
                millis(CONNECT_MS, 10_000, 10),
                ping,
                silence,
                millis(NO_DATA_MS, 60_000, 10),
                Duration.ofMinutes(
                        settings.whole(LIFE_MINUTES, 1, LONGEST_LIFE_MINUTES).orElse(23L * 60)));
    }

    private Duration millis(String key, long standard, long least) {
        return Duration.ofMillis(settings.whole(key, least, HOUR_MS).orElse(standard));
    }
}
