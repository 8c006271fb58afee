/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schemas.access.TopologyTopics;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the list of topics that the topology is allowed to read and write against what it is built of. */
class TopologyTopicsTest {
    private static final Path TOPOLOGY = Path.of("src", "test", "resources", "topology.txt");

    @Test
    void itMayReadWhatItReads() throws IOException {
        assertThat(names(TopologyTopics.READ)).containsAll(found("Source: .*topics: \\[([^\\]]*)\\]"));
        assertThat(TopologyTopics.READ).allMatch(topic -> topic.coPartitioned() || topic.concernsAlerts());
    }

    @Test
    void itMayWriteWhatItWrites() throws IOException {
        assertThat(found("Sink: .*topic: ([^)]*)\\)")).isEqualTo(names(TopologyTopics.WRITTEN));
    }

    private static Set<String> found(String line) throws IOException {
        return Pattern.compile(line)
                .matcher(Files.readString(TOPOLOGY))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Set<Topic> topics) {
        return topics.stream().map(topic -> topic.fullName("ballast.")).collect(Collectors.toSet());
    }
}
