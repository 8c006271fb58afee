/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the calls to one endpoint; those that look the same when masked are counted together.
 *
 * @param endpoint  masked
 * @param calls  made, tries again counted
 * @param failures  tries that failed, by why; every kind is there
 * @param disagreements  answers that were not believed
 * @param excluded  why it is not used any more; empty: it is
 */
public record EndpointCounts(
        String endpoint,
        long calls,
        Map<RpcException.Kind, Long> failures,
        long disagreements,
        Optional<String> excluded) {

    public EndpointCounts {
        failures = Map.copyOf(failures);
    }

    static EndpointCounts none(String endpoint) {
        Map<RpcException.Kind, Long> zeros = new EnumMap<>(RpcException.Kind.class);
        for (RpcException.Kind kind : RpcException.Kind.values()) {
            zeros.put(kind, 0L);
        }
        return new EndpointCounts(endpoint, 0, zeros, 0, Optional.empty());
    }

    EndpointCounts asked() {
        return new EndpointCounts(endpoint, calls + 1, failures, disagreements, excluded);
    }

    EndpointCounts failed(RpcException.Kind kind) {
        Map<RpcException.Kind, Long> more = new EnumMap<>(failures);
        more.merge(kind, 1L, Long::sum);
        return new EndpointCounts(endpoint, calls, more, disagreements, excluded);
    }

    EndpointCounts disagreed() {
        return new EndpointCounts(endpoint, calls, failures, disagreements + 1, excluded);
    }

    EndpointCounts excluded(String why) {
        return new EndpointCounts(endpoint, calls, failures, disagreements, Optional.of(why));
    }
}
