/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Counts calls and what became of them. Thread-safe: metrics are read by others. */
public final class RpcCounts {

    private final Map<String, EndpointCounts> endpoints = new LinkedHashMap<>();
    private long failOvers;
    private Optional<String> lastFailure = Optional.empty();

    RpcCounts(List<Endpoint> all) {
        all.forEach(endpoint -> endpoints.put(endpoint.masked(), EndpointCounts.none(endpoint.masked())));
    }

    synchronized void asked(Endpoint endpoint) {
        change(endpoint, EndpointCounts::asked);
    }

    synchronized void failed(Endpoint endpoint, RpcException failure) {
        if (failure.kind() == RpcException.Kind.STOPPED) {
            // That is ours, not the endpoint's.
            return;
        }
        change(endpoint, counts -> counts.failed(failure.kind()));
        lastFailure = Optional.of(failure.getMessage());
    }

    synchronized void disagreed(Endpoint endpoint, String how) {
        change(endpoint, EndpointCounts::disagreed);
        lastFailure = Optional.of(endpoint + ": " + how);
    }

    synchronized void excluded(Endpoint endpoint, String why) {
        change(endpoint, counts -> counts.excluded(why));
    }

    synchronized void failedOver() {
        failOvers++;
    }

    private void change(Endpoint endpoint, UnaryOperator<EndpointCounts> change) {
        endpoints.computeIfPresent(endpoint.masked(), (name, counts) -> change.apply(counts));
    }

    /** Each endpoint, the preferred one first. */
    public synchronized List<EndpointCounts> endpoints() {
        return List.copyOf(endpoints.values());
    }

    /** Calls made, tries again counted. */
    public synchronized long calls() {
        return endpoints.values().stream().mapToLong(EndpointCounts::calls).sum();
    }

    /** Tries that failed, by why; what never happened is left out. */
    public synchronized Map<RpcException.Kind, Long> failures() {
        Map<RpcException.Kind, Long> all = new EnumMap<>(RpcException.Kind.class);
        endpoints.values().forEach(counts -> counts.failures()
                .forEach((kind, count) -> all.merge(kind, count, Long::sum)));
        all.values().removeIf(count -> count == 0);
        return all;
    }

    /** How often another endpoint's turn came. */
    public synchronized long failOvers() {
        return failOvers;
    }

    /** What went wrong last, with the endpoint masked; empty: nothing did. */
    public synchronized Optional<String> lastFailure() {
        return lastFailure;
    }
}
