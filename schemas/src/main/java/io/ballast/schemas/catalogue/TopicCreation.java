/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are missing on a broker, and checks those that are there. */
public final class TopicCreation {
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(30);

    private final TopicPlan plan;
    private final BrokerTopics broker;
    private final Admin admin;

    public TopicCreation(Admin admin, TopicPlan plan) {
        this.admin = admin;
        this.plan = plan;
        this.broker = new BrokerTopics(admin, plan);
    }

    /** {@link #ensure(Collection)} for the whole catalogue. */
    public TopicsReady ensureAll() {
        return ensure(EnumSet.allOf(Topic.class));
    }

    /**
     * Makes what is missing, and returns when the broker knows of all. Where co-partitioned topics exist, missing ones get
     * their number of partitions rather than the plan's. Another process may do the same at the same time.
     *
     * @throws TopicMismatchException if an existing topic cannot serve; unless it came into being just now, nothing has
     *     been made then
     * @throws TopicCreationException if the broker does not answer or refuses
     */
    public TopicsReady ensure(Collection<Topic> wanted) {
        List<ExistingTopic> existing = broker.describe(wanted);
        TopicRules.require(existing);
        Set<Topic> created = create(missing(wanted, existing), existing);
        List<ExistingTopic> all = broker.describeAll(wanted, UNTIL_KNOWN);
        TopicRules.require(all);
        Set<Topic> found = EnumSet.noneOf(Topic.class);
        found.addAll(wanted);
        found.removeAll(created);
        return new TopicsReady(created, found, TopicRules.warnings(all, plan));
    }

    private static Set<Topic> missing(Collection<Topic> wanted, List<ExistingTopic> existing) {
        Set<Topic> missing = EnumSet.noneOf(Topic.class);
        missing.addAll(wanted);
        existing.forEach(topic -> missing.remove(topic.topic()));
        return missing;
    }

    private Set<Topic> create(Set<Topic> missing, List<ExistingTopic> existing) {
        Optional<ExistingTopic> partner = TopicRules.firstCoPartitioned(existing);
        List<NewTopic> requests = new ArrayList<>();
        for (Topic topic : missing) {
            boolean follows = topic.coPartitioned() && partner.isPresent();
            requests.add(plan.newTopic(topic, follows ? partner.get().partitions() : plan.partitions(topic)));
        }
        Map<String, KafkaFuture<Void>> answers = admin.createTopics(requests).values();
        Set<Topic> created = EnumSet.noneOf(Topic.class);
        for (Topic topic : missing) {
            if (madeByUs(plan.name(topic), answers.get(plan.name(topic)))) {
                created.add(topic);
            }
        }
        return created;
    }

    /** False: somebody else was quicker. */
    private static boolean madeByUs(String name, KafkaFuture<Void> answer) {
        try {
            answer.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new TopicCreationException(
                    "Cannot create topic " + name + ": " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicCreationException("Interrupted while creating topic " + name, e);
        }
    }
}
