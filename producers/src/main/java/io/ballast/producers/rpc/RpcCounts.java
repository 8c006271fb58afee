/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import java.util.EnumMap;
import java.util.Map;

/** Counts calls and what became of them. Thread-safe. */
public final class RpcCounts {

    private final Map<RpcException.Kind, Long> failures = new EnumMap<>(RpcException.Kind.class);
    private long calls;
    private long failOvers;
    private long exclusions;

    synchronized void asked() {
        calls++;
    }

    synchronized void failed(RpcException.Kind kind) {
        failures.merge(kind, 1L, Long::sum);
    }

    synchronized void failedOver() {
        failOvers++;
    }

    synchronized void excluded() {
        exclusions++;
    }

    /** Calls made, tries again counted. */
    public synchronized long calls() {
        return calls;
    }

    /** Tries that failed, by why. */
    public synchronized Map<RpcException.Kind, Long> failures() {
        return new EnumMap<>(failures);
    }

    /** How often another endpoint's turn came. */
    public synchronized long failOvers() {
        return failOvers;
    }

    /** Endpoints that turned out to be of another chain or branch. */
    public synchronized long exclusions() {
        return exclusions;
    }
}
