/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The topics as resources of Strimzi's topic operator, from the catalogue. */
final class StrimziTopics {
    static final CommittedFile FILE = new CommittedFile(Path.of("../deploy/strimzi/topics.yaml"), "StrimziTopicsTest");

    private static final String HEAD =
            """
            # The topics for Strimzi's topic operator; `ballast topics create` is not needed then. Generated from the topic catalogue; a test
            # holds it current. Before use: the cluster's name, and a number of partitions (the same for all that have 6 here) and of replicas
            # that suit. Write it anew with
            # %s
            """
                    .formatted(FILE.howToWrite());
    private static final TopicPlan PLAN =
            new TopicPlan("ballast.", 6, OptionalInt.of(3), TopicPlan.SHORT_RETENTION, false);

    private StrimziTopics() {}

    static String text() {
        return HEAD + StrimziResource.yaml(Arrays.stream(Topic.values()).map(StrimziTopics::resource));
    }

    private static StrimziResource resource(Topic topic) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("partitions", PLAN.partitions(topic));
        spec.put("replicas", PLAN.replicationFactor().orElseThrow());
        spec.put("config", PLAN.configs(topic));
        return new StrimziResource("KafkaTopic", PLAN.name(topic), spec);
    }
}
