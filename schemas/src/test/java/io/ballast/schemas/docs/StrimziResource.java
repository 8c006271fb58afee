/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * What one of Strimzi's operators is to make on a cluster.
 *
 * @param kind  such as {@code KafkaTopic}
 * @param spec  by name, in the order that it is written in
 */
record StrimziResource(String kind, String name, Map<String, Object> spec) {

    private static final String CLUSTER = "ballast";

    /** A YAML document each. */
    static String yaml(Stream<StrimziResource> resources) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setExplicitStart(true);
        return new Yaml(options)
                .dumpAll(resources.map(StrimziResource::document).iterator());
    }

    private Map<String, Object> document() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", name);
        metadata.put("labels", Map.of("strimzi.io/cluster", CLUSTER));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("apiVersion", "kafka.strimzi.io/v1beta2");
        document.put("kind", kind);
        document.put("metadata", metadata);
        document.put("spec", spec);
        return document;
    }
}
