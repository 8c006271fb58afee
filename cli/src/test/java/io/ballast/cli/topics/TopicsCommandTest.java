/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.cli.Captured;
import io.ballast.cli.ExitCode;
import org.junit.jupiter.api.Test;

class TopicsCommandTest {
    @Test
    void listsTheCatalogueWithoutACluster() {
        Captured captured = Captured.run("topics", "list", "--set", "ballast.topic.prefix=mine.");

        assertThat(captured.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(captured.out()).contains("mine.position-risk").contains("mine.dead-letters");
    }

    @Test
    void describesATopicWithOrWithoutItsPrefix() {
        assertThat(Captured.run("topics", "describe", "position-risk").out())
                .isEqualTo(Captured.run("topics", "describe", "ballast.position-risk")
                        .out())
                .contains("principal0_raw")
                .contains("timestamp-micros");
    }

    @Test
    void namesTheTopics_whenOneIsNotKnown() {
        Captured captured = Captured.run("topics", "describe", "prices");

        assertThat(captured.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(captured.err()).contains("'prices'").contains("price-ticks");
    }

    @Test
    void saysWhatToSet_whenNoClusterIsConfigured() {
        Captured captured = Captured.run("topics", "create");

        assertThat(captured.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(captured.err()).contains("kafka.bootstrap.servers");
    }

    @Test
    void saysWhoDoesNotAnswer() {
        Captured captured = Captured.run(
                "topics",
                "create",
                "--set",
                "kafka.bootstrap.servers=127.0.0.1:1",
                "--set",
                "kafka.default.api.timeout.ms=300",
                "--set",
                "kafka.request.timeout.ms=200");

        assertThat(captured.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(captured.err()).contains("127.0.0.1:1").hasLineCount(1);
    }
}
