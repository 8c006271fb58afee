/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * Says when a task is about to commit: what changed since is then written to the other stores once, however often it changed.
 * It looks to Kafka Streams like a store with a cache that has to be emptied, and holds nothing. What it writes is part of the
 * transaction that is being committed. Mutable and single-threaded.
 *
 * <p>{@link CachedStateStore} is no public interface of Kafka Streams: {@code CommitHookTopologyTest} and the tests with a real
 * broker hold what is relied on here.
 */
public final class CommitHook implements StateStore, CachedStateStore<Object, Object> {

    private final String name;
    private boolean open;
    private Runnable action = () -> {};

    CommitHook(String name) {
        this.name = name;
    }

    /** Runs before every commit from now on, in place of what ran before. */
    public void beforeCommit(Runnable newAction) {
        action = newAction;
    }

    @Override
    public void flushCache() {
        action.run();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void close() {
        open = false;
        action = () -> {};
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    /** There is none. */
    @Override
    public void clearCache() {}
}
