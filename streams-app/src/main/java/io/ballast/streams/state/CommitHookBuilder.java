/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds {@link CommitHook}s, which have no changelog whatever is asked for. */
record CommitHookBuilder(String name) implements StoreBuilder<CommitHook> {

    @Override
    public CommitHook build() {
        return new CommitHook(name);
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return false;
    }

    @Override
    public StoreBuilder<CommitHook> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<CommitHook> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<CommitHook> withLoggingEnabled(Map<String, String> config) {
        return this;
    }

    @Override
    public StoreBuilder<CommitHook> withLoggingDisabled() {
        return this;
    }
}
