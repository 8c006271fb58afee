/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.Alert;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What an application has to end with that was disturbed while it worked: the same history through the topology on Kafka's test
 * driver, where nothing goes wrong.
 *
 * @param history  numbered by its producer
 * @param folder  for rules and state
 * @param rules  settings with alert rules that fire and end often
 */
public record UndisturbedLife(List<TestRecord> history, Path folder, Map<String, String> rules) {

    private static final int ALERTS_WORTH_A_TEST = 20;

    /** A random history of so many records. */
    public static UndisturbedLife of(long seed, int records, Path folder) throws IOException {
        return new UndisturbedLife(
                new Numbering().number(Histories.random(seed, records)),
                folder,
                RuleSettings.of(folder, new Crossings(-0.002, -0.0015).rules()));
    }

    /**
     * Settings of an application that is to lead the same life on these topics.
     *
     * @param instance  its name, and that of its state's folder
     */
    public Map<String, String> settings(LiveTopics topics, String instance) {
        Map<String, String> settings = topics.settings(folder.resolve(instance));
        settings.putAll(rules);
        return settings;
    }

    /** The same last figures of each position, each alert once, and nothing refused. */
    public void assertSame(LiveTopics topics) {
        try (BookDriver undisturbed = BookDriver.open(folder, rules)) {
            undisturbed.feed(history);
            LastingFigures.assertSame(topics.latest(Topic.POSITION_RISK, PositionRisk.class), undisturbed.risk());
            assertThat(Crossings.told(alerts(topics)))
                    .as("none lost, none repeated")
                    .hasSizeGreaterThan(ALERTS_WORTH_A_TEST)
                    .containsExactlyInAnyOrderElementsOf(Crossings.told(undisturbed.alerts()));
        }
        assertThat(topics.read(Topic.DEAD_LETTERS, DeadLetter.class)).isEmpty();
    }

    private static List<Alert> alerts(LiveTopics topics) {
        return topics.read(Topic.ALERTS, Alert.class).stream()
                .map(ConsumerRecord::value)
                .toList();
    }
}
