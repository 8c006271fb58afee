/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

import io.ballast.cli.CommandFailed;
import io.ballast.cli.cluster.Cluster;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Whether the cluster that the settings name answers, and has the topics. */
final class ClusterCheck implements Check {
    private final BallastConfig config;

    ClusterCheck(BallastConfig config) {
        this.config = config;
    }

    @Override
    public Finding look() {
        try (Cluster cluster = Cluster.connect(config)) {
            Set<String> present = cluster.answer(cluster.admin().listTopics().names(), "list topics");
            List<String> missing = Arrays.stream(Topic.values())
                    .map(config::topic)
                    .filter(topic -> !present.contains(topic))
                    .toList();
            return missing.isEmpty()
                    ? Finding.ok("cluster", "answers and has all topics")
                    : Finding.missing(
                            "cluster",
                            "has no " + String.join(", ", missing)
                                    + ", or does not let this user see them; run 'ballast topics create'");
        } catch (CommandFailed unreachable) {
            return Finding.missing("cluster", unreachable.getMessage());
        }
    }
}
