/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.SourceContracts;
import io.ballast.producers.rpc.Endpoint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to follow, and how.
 *
 * @param endpoints  nodes of the chain, the preferred one first; some may be reached by websocket
 * @param catalogue  the chain, and what is known of its pools, tokens and position managers
 * @param factories  whose new pools are followed too
 * @param everything  true: all logs of the events we know, of whichever contract
 * @param startBlock  the first block
 * @param stopBlock  the last block; empty: none
 * @param finality  when a block is final
 * @param pollInterval  how long to wait for a new block
 * @param maxRange  most blocks asked for at once
 * @param timeout  of one call
 * @param requestsPerSecond  calls at most
 * @param crossCheck  true: logs are believed only if two nodes give the same
 * @param join  how listed pools are joined as they are before the first block; empty: none is
 */
public record FollowOptions(
        List<Endpoint> endpoints,
        PoolCatalogue catalogue,
        Set<String> factories,
        boolean everything,
        long startBlock,
        OptionalLong stopBlock,
        Finality finality,
        Duration pollInterval,
        long maxRange,
        Duration timeout,
        double requestsPerSecond,
        boolean crossCheck,
        Optional<JoinOptions> join) {

    /** With the version of what we make of it: other code may give other records. */
    private static final String FORMAT = "evm-chain/3";

    public FollowOptions {
        endpoints = List.copyOf(endpoints);
        factories = Set.copyOf(factories);
    }

    /** Those that calls go to: over http or https, or where there is none such, over websockets. */
    public List<Endpoint> nodes() {
        return called(endpoints);
    }

    static List<Endpoint> called(List<Endpoint> endpoints) {
        List<Endpoint> overHttp =
                endpoints.stream().filter(endpoint -> !endpoint.isSocket()).toList();
        return overHttp.isEmpty() ? endpoints : overHttp;
    }

    /** Those that tell of new heads. */
    public List<Endpoint> sockets() {
        return endpoints.stream().filter(Endpoint::isSocket).toList();
    }

    /**
     * The source's name and fingerprint, for the sink's progress: what decides which records are written. Endpoints,
     * finality and pace do not.
     */
    public String source() {
        String decisive = new TreeSet<>(catalogue.pools().keySet()) + "|" + catalogue.v2FeeTo() + "|"
                + new TreeSet<>(catalogue.positionManagers()) + "|" + new TreeSet<>(factories) + "|" + everything
                + (catalogue.contracts().equals(SourceContracts.NONE) ? "" : "|" + catalogue.contracts())
                + join.map(asked -> "|joined with " + asked.positions()).orElse("");
        return FORMAT + " chain " + catalogue.chainId() + " from " + startBlock + " sha256:" + sha256(decisive);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
