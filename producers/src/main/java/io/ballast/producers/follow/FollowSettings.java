/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.files.InputException;
import io.ballast.producers.files.PoolsFile;
import io.ballast.producers.files.TokensFile;
import io.ballast.producers.pools.AskedPosition;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.SourceContracts;
import io.ballast.producers.rpc.Endpoint;
import io.ballast.producers.settings.GivenSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the settings {@code chain.*}. Messages name the key, and the value unless it is an address with keys in it. */
public final class FollowSettings {

    /** What our settings begin with; all others are none of ours. */
    public static final String PREFIX = "chain.";

    public static final String PRODUCER_ID = "chain.producer.id";
    public static final String RPC_URLS = "chain.rpc.urls";
    public static final String RPC_TIMEOUT_MS = "chain.rpc.timeout.ms";
    public static final String RPC_RATE = "chain.rpc.requests.per.second";
    public static final String CROSS_CHECK = "chain.rpc.cross.check";
    public static final String CHAIN_ID = "chain.id";
    public static final String START_BLOCK = "chain.start.block";
    public static final String STOP_BLOCK = "chain.stop.block";
    public static final String POOLS_FILE = "chain.pools.file";
    public static final String TOKENS_FILE = "chain.tokens.file";
    public static final String FACTORIES = "chain.factories";
    public static final String MANAGERS = "chain.position.managers";
    public static final String EVERYTHING = "chain.everything";
    public static final String JOIN = "chain.join";
    public static final String JOIN_POSITIONS = "chain.join.positions";
    public static final String JOIN_CUSTODY_SINCE = "chain.join.custody.since";
    public static final String FINALITY = "chain.finality";
    public static final String POLL_INTERVAL_MS = "chain.poll.interval.ms";
    public static final String MAX_RANGE = "chain.range.max.blocks";

    private static final Set<String> KEYS = Set.of(
            PRODUCER_ID,
            RPC_URLS,
            RPC_TIMEOUT_MS,
            RPC_RATE,
            CROSS_CHECK,
            CHAIN_ID,
            START_BLOCK,
            STOP_BLOCK,
            POOLS_FILE,
            TOKENS_FILE,
            FACTORIES,
            MANAGERS,
            EVERYTHING,
            JOIN,
            JOIN_POSITIONS,
            JOIN_CUSTODY_SINCE,
            FINALITY,
            POLL_INTERVAL_MS,
            MAX_RANGE);

    private static final double MAX_RATE = 10_000;

    private final GivenSettings settings;

    /** @param settings  those that begin with {@value #PREFIX} are read */
    public FollowSettings(Map<String, String> settings) {
        this.settings = new GivenSettings(settings, PREFIX, KEYS);
    }

    /** Names the producer for good. */
    public String producerId() {
        return settings.text(PRODUCER_ID)
                .orElse("chain-" + settings.whole(CHAIN_ID, 1, Long.MAX_VALUE).orElse(1L));
    }

    /**
     * All checked; reads the pools and tokens files.
     *
     * @throws InputException if a setting is missing or breaks a rule
     */
    public FollowOptions options() {
        Set<String> factories = addresses(FACTORIES);
        boolean everything = settings.choice(EVERYTHING);
        PoolCatalogue catalogue = catalogue();
        boolean nothingListed =
                catalogue.pools().isEmpty() && catalogue.contracts().equals(SourceContracts.NONE);
        if (!everything && factories.isEmpty() && nothingListed) {
            throw new InputException("nothing to follow: give " + POOLS_FILE + ", " + FACTORIES + " or " + EVERYTHING);
        }
        return new FollowOptions(
                endpoints(),
                catalogue,
                factories,
                everything,
                required(START_BLOCK, settings.whole(START_BLOCK, 0, Long.MAX_VALUE)),
                settings.whole(STOP_BLOCK, 0, Long.MAX_VALUE)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                GivenSettings.parsed(FINALITY, settings.text(FINALITY).orElse("finalized"), Finality::parse),
                Duration.ofMillis(
                        settings.whole(POLL_INTERVAL_MS, 10, 3_600_000).orElse(1_000L)),
                settings.whole(MAX_RANGE, 1, 1_000_000).orElse(2_000L),
                Duration.ofMillis(settings.whole(RPC_TIMEOUT_MS, 100, 600_000).orElse(10_000L)),
                rate(),
                crossCheck(),
                join());
    }

    private Optional<JoinOptions> join() {
        List<AskedPosition> asked = settings.list(JOIN_POSITIONS).stream()
                .map(text -> GivenSettings.parsed(JOIN_POSITIONS, text.toLowerCase(Locale.ROOT), AskedPosition::parse))
                .distinct()
                .toList();
        Optional<Long> custodySince = settings.whole(JOIN_CUSTODY_SINCE, 0, Long.MAX_VALUE);
        if (settings.choice(JOIN)) {
            return Optional.of(new JoinOptions(asked, custodySince.orElse(0L)));
        }
        if (!asked.isEmpty() || custodySince.isPresent()) {
            throw new InputException("setting " + (asked.isEmpty() ? JOIN_CUSTODY_SINCE : JOIN_POSITIONS)
                    + " is of no use without " + JOIN);
        }
        return Optional.empty();
    }

    private List<Endpoint> endpoints() {
        List<String> urls = settings.list(RPC_URLS);
        if (urls.isEmpty()) {
            throw new InputException("setting " + RPC_URLS + " is missing");
        }
        return urls.stream().map(FollowSettings::endpoint).toList();
    }

    private static Endpoint endpoint(String url) {
        try {
            return Endpoint.of(url);
        } catch (IllegalArgumentException none) {
            // Not the value: there may be a key in it.
            throw new InputException("setting " + RPC_URLS + ": " + none.getMessage());
        }
    }

    private boolean crossCheck() {
        boolean crossCheck = settings.choice(CROSS_CHECK);
        if (crossCheck && FollowOptions.called(endpoints()).size() < 2) {
            throw new InputException(
                    "setting " + CROSS_CHECK + " needs two nodes to compare: name another in " + RPC_URLS);
        }
        return crossCheck;
    }

    private PoolCatalogue catalogue() {
        long chainId = required(CHAIN_ID, settings.whole(CHAIN_ID, 1, Long.MAX_VALUE));
        PoolCatalogue listed =
                settings.text(POOLS_FILE).map(Path::of).map(PoolsFile::read).orElse(PoolCatalogue.empty(chainId));
        if (settings.text(POOLS_FILE).isPresent() && listed.chainId() != chainId && listed.chainId() != 1) {
            throw new InputException(
                    POOLS_FILE + " is of chain " + listed.chainId() + ", " + CHAIN_ID + " says " + chainId);
        }
        Set<String> managers = new LinkedHashSet<>(listed.positionManagers());
        managers.addAll(addresses(MANAGERS));
        PoolCatalogue all = new PoolCatalogue(
                chainId, listed.pools(), listed.tokens(), listed.v2FeeTo(), managers, listed.contracts());
        return settings.text(TOKENS_FILE)
                .map(file -> all.withTokens(TokensFile.read(Path.of(file))))
                .orElse(all);
    }

    private double rate() {
        return GivenSettings.parsed(RPC_RATE, settings.text(RPC_RATE).orElse("20"), value -> {
            double perSecond = Double.parseDouble(value);
            if (!(perSecond > 0 && perSecond <= MAX_RATE)) {
                throw new IllegalArgumentException("not above 0 and up to " + MAX_RATE);
            }
            return perSecond;
        });
    }

    private Set<String> addresses(String key) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String address : settings.list(key)) {
            if (!address.matches("0x[0-9a-fA-F]{40}")) {
                throw GivenSettings.broken(key, address, "0x and 40 hex digits each");
            }
            addresses.add(address.toLowerCase(Locale.ROOT));
        }
        return addresses;
    }

    private static long required(String key, Optional<Long> value) {
        return value.orElseThrow(() -> new InputException("setting " + key + " is missing"));
    }
}
