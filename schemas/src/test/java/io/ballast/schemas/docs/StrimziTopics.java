/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

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
    private static final String CLUSTER = "ballast";
    private static final TopicPlan PLAN =
            new TopicPlan("ballast.", 6, OptionalInt.of(3), TopicPlan.SHORT_RETENTION, false);

    private StrimziTopics() {}

    static String text() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setExplicitStart(true);
        return HEAD
                + new Yaml(options)
                        .dumpAll(Arrays.stream(Topic.values())
                                .map(StrimziTopics::resource)
                                .iterator());
    }

    private static Map<String, Object> resource(Topic topic) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", PLAN.name(topic));
        metadata.put("labels", Map.of("strimzi.io/cluster", CLUSTER));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("partitions", PLAN.partitions(topic));
        spec.put("replicas", PLAN.replicationFactor().orElseThrow());
        spec.put("config", PLAN.configs(topic));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("apiVersion", "kafka.strimzi.io/v1beta2");
        resource.put("kind", "KafkaTopic");
        resource.put("metadata", metadata);
        resource.put("spec", spec);
        return resource;
    }
}
