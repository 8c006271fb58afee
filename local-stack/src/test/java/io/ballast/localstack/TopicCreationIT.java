/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicCreationException;
import io.ballast.schemas.catalogue.TopicMismatchException;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.schemas.catalogue.TopicsReady;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalogue's topics on a real broker: each test has a prefix of its own. */
class TopicCreationIT {
    private static LocalStack stack;
    private static Admin admin;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalStackOptions.defaults());
        admin = Admin.create(Map.of("bootstrap.servers", (Object) stack.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        stack.close();
    }

    @Test
    void makesAllWithTheirSettingsAndFindsThemTheNextTime() throws Exception {
        TopicPlan plan = TopicPlan.keepingEverything("all.", 3);

        assertThat(new TopicCreation(admin, plan).ensureAll().created()).containsExactlyInAnyOrder(Topic.values());
        TopicsReady again = new TopicCreation(admin, plan).ensureAll();

        assertThat(again.created()).isEmpty();
        assertThat(again.existing()).containsExactlyInAnyOrder(Topic.values());
        assertThat(again.warnings()).isEmpty();
        assertThat(partitions("all.price-ticks")).isEqualTo(3);
        assertThat(partitions("all.producer-progress")).isEqualTo(1);
    }

    @Test
    void missingOnesFollowThePartitionsOfThoseThatAreThere() throws Exception {
        create("follow.pools", 5, Map.of("cleanup.policy", "compact"));

        new TopicCreation(admin, TopicPlan.keepingEverything("follow.", 2)).ensureAll();

        assertThat(partitions("follow.price-ticks")).isEqualTo(5);
        assertThat(partitions("follow.position-risk")).isEqualTo(2);
    }

    @Test
    void differentPartitionsAreRefusedAndNothingIsMade() throws Exception {
        create("differ.pools", 5, Map.of("cleanup.policy", "compact"));
        create("differ.price-ticks", 4, Map.of());

        assertThatThrownBy(() -> new TopicCreation(admin, TopicPlan.keepingEverything("differ.", 4)).ensureAll())
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContainingAll("differ.pools has 5", "differ.price-ticks has 4");

        assertThat(admin.listTopics().names().get()).doesNotContain("differ.position-events");
    }

    @Test
    void arrivalTimeOfAnOperatorsTopicIsRefused() throws Exception {
        create("time.price-ticks", 2, Map.of("message.timestamp.type", "LogAppendTime"));

        assertThatThrownBy(() -> new TopicCreation(admin, TopicPlan.keepingEverything("time.", 2)).ensureAll())
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContainingAll("time.price-ticks", "LogAppendTime");
    }

    @Test
    void retentionThatWouldEatAReplayIsAWarning() throws Exception {
        create("short.price-ticks", 2, Map.of("retention.ms", "1000"));

        TopicsReady ready = new TopicCreation(admin, TopicPlan.keepingEverything("short.", 2)).ensureAll();

        assertThat(ready.warnings()).singleElement().asString().contains("short.price-ticks", "1000");
    }

    @Test
    void brokersRefusalSaysWhichTopic() {
        assertThatThrownBy(() -> new TopicCreation(admin, TopicPlan.keepingEverything("not allowed ", 2)).ensureAll())
                .isInstanceOf(TopicCreationException.class)
                .hasMessageContaining("not allowed pools");
    }

    private static void create(String name, int partitions, Map<String, String> configs) throws Exception {
        admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(configs)))
                .all()
                .get();
        // Made is not yet known to all of the broker.
        await().until(() -> admin.listTopics().names().get().contains(name));
    }

    private static int partitions(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size();
    }
}
