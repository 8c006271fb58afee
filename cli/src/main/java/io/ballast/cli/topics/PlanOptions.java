/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.topics;

import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.streams.config.BallastConfig;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How many partitions and copies the topics of a cluster are to have. */
final class PlanOptions {
    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "6",
            description =
                    "Partitions of each topic (default: ${DEFAULT-VALUE}); the most instances that can share the work.")
    private int partitions;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "Copies of each partition; default: as many as the brokers make.")
    private Integer replicationFactor;

    TopicPlan plan(BallastConfig config) {
        OptionalInt replicas = replicationFactor == null ? OptionalInt.empty() : OptionalInt.of(replicationFactor);
        return new TopicPlan(config.topicPrefix(), partitions, replicas, TopicPlan.SHORT_RETENTION, false);
    }
}
