/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import io.ballast.schemas.access.TopologyTopics;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicCreationException;
import io.ballast.schemas.catalogue.TopicMismatchException;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.streams.config.BallastConfig;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at start whether the topics that the application needs are there, and such that figures come out right. */
final class TopicCheck {

    /** Only said to whoever asks for topics to be made, which is not done here. */
    private static final int ANY_PARTITIONS = 1;

    private static final Logger LOG = LoggerFactory.getLogger(TopicCheck.class);

    private final Admin admin;
    private final BallastConfig config;

    TopicCheck(Admin admin, BallastConfig config) {
        this.admin = admin;
        this.config = config;
    }

    /**
     * @throws ConfigException if a topic is missing
     * @throws TopicMismatchException if one cannot serve: not as many partitions as the others, timestamps of arrival,
     *     compaction where every record counts
     * @throws TopicCreationException if the broker does not answer
     */
    void require() {
        Set<String> present = present();
        List<String> missing = TopologyTopics.NEEDED.stream()
                .map(config::topic)
                .filter(name -> !present.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new ConfigException("topics are missing: " + String.join(", ", missing)
                    + "; create them first (ballast topics create), let this user see them, or correct the prefix \""
                    + config.topicPrefix() + "\"");
        }
        TopicPlan plan = TopicPlan.forCluster(config.topicPrefix(), ANY_PARTITIONS);
        new TopicCreation(admin, plan).ensure(TopologyTopics.NEEDED).warnings().forEach(LOG::warn);
    }

    private Set<String> present() {
        try {
            return admin.listTopics().names().get();
        } catch (ExecutionException e) {
            throw new TopicCreationException(
                    "Cannot list topics: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicCreationException("Interrupted while listing topics", e);
        }
    }
}
