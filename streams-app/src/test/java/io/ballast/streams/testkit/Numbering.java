/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.schemas.catalogue.Topic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A producer that tells the order of delivery, and ways in which a reader of several topics loses it. */
public final class Numbering {

    public static final String PRODUCER = "test-producer";

    private final String producerId;
    private final Map<String, Long> next = new HashMap<>();

    public Numbering() {
        this(PRODUCER);
    }

    public Numbering(String producerId) {
        this.producerId = producerId;
    }

    /** The next records that it writes. */
    public List<TestRecord> number(List<TestRecord> records) {
        List<TestRecord> numbered = new ArrayList<>();
        for (TestRecord record : records) {
            numbered.add(record.topic() == Topic.POOLS ? record : record.numbered(producerId, take(record.key())));
        }
        return numbered;
    }

    private long take(String poolId) {
        return next.merge(poolId, 1L, Long::sum) - 1;
    }

    /** One topic after the other. */
    public static List<TestRecord> topicByTopic(List<TestRecord> records, List<Topic> order) {
        List<TestRecord> apart = new ArrayList<>();
        for (Topic topic : order) {
            records.stream().filter(record -> record.topic() == topic).forEach(apart::add);
        }
        return apart;
    }

    /** Each topic in its own order, but any of them far ahead of another; definitions first. */
    public static List<TestRecord> readApart(List<TestRecord> records, Random random) {
        List<TestRecord> apart = new ArrayList<>();
        Map<Topic, Deque<TestRecord>> topics = new LinkedHashMap<>();
        for (TestRecord record : records) {
            if (record.topic() == Topic.POOLS) {
                apart.add(record);
            } else {
                topics.computeIfAbsent(record.topic(), absent -> new ArrayDeque<>())
                        .add(record);
            }
        }
        while (!topics.isEmpty()) {
            List<Topic> left = List.copyOf(topics.keySet());
            Topic topic = left.get(random.nextInt(left.size()));
            Deque<TestRecord> rest = topics.get(topic);
            for (int fetched = random.nextInt(100); fetched > 0 && !rest.isEmpty(); fetched--) {
                apart.add(rest.remove());
            }
            if (rest.isEmpty()) {
                topics.remove(topic);
            }
        }
        return apart;
    }
}
