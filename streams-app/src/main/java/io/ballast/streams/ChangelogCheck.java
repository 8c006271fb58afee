/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.naming.Names;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Looks before the start whether this user may make the changelogs, if there are none: else the group would wait for them for ever, and
 * say so in the log of Kafka's client only.
 */
final class ChangelogCheck {

    private final Admin admin;
    private final BallastConfig config;

    ChangelogCheck(Admin admin, BallastConfig config) {
        this.admin = admin;
        this.config = config;
    }

    /** @throws KafkaException if it may not, or the broker cannot be asked */
    void require() {
        String changelog = config.applicationId() + "-" + Names.POOLS_STORE + "-changelog";
        NewTopic asked = new NewTopic(changelog, Optional.of(1), Optional.empty());
        try {
            admin.createTopics(List.of(asked), new CreateTopicsOptions().validateOnly(true))
                    .all()
                    .get();
        } catch (ExecutionException refused) {
            requireThere(changelog, refused.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void requireThere(String changelog, Throwable refusal) {
        if (refusal instanceof TopicExistsException) {
            return;
        }
        if (!(refusal instanceof TopicAuthorizationException)) {
            throw new KafkaException("cannot ask whether changelogs may be made: " + refusal.getMessage(), refusal);
        }
        if (!answer(admin.listTopics().names()).contains(changelog)) {
            throw new KafkaException(
                    "this user may not make the changelogs, such as " + changelog
                            + ": it needs the right to create topics that begin with " + config.applicationId() + "-",
                    refusal);
        }
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot list topics: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static KafkaException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new KafkaException("interrupted while asking about changelogs", e);
    }
}
