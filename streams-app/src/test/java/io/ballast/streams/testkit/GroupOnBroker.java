/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import static org.awaitility.Awaitility.await;

import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.ClientKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What the broker knows of the instances of an application. */
public final class GroupOnBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Admin admin;
    private final String group;

    private GroupOnBroker(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    /** @param config  of any instance that reaches the broker */
    public static GroupOnBroker of(BallastConfig config) {
        return new GroupOnBroker(Admin.create(config.kafka(ClientKind.ADMIN)), config.applicationId());
    }

    /** Waits until the broker counts so many instances. */
    public void awaitInstances(int instances) {
        // Before the first instance there is no group to ask for.
        await().atMost(PATIENCE)
                .ignoreExceptionsMatching(e -> e.getCause() instanceof GroupIdNotFoundException)
                .until(() -> instances() == instances);
    }

    /** Waits until nobody's transaction is open. */
    public void awaitNoTransaction() {
        ListTransactionsOptions open = new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
        await().atMost(PATIENCE)
                .until(() -> admin.listTransactions(open).all().get().isEmpty());
    }

    private int instances() throws ExecutionException, InterruptedException {
        return admin.describeStreamsGroups(List.of(group))
                .describedGroups()
                .get(group)
                .get()
                .members()
                .size();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
