/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.access;

import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.Topic.Direction;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Topics of the topology. A test of it holds them against what it is built of. */
public final class TopologyTopics {
    /** Of these some are read only if there are alert rules about them. */
    public static final Set<Topic> READ = topics(topic -> topic.coPartitioned() || topic.concernsAlerts());

    /** All that is not an input, but what producers and desks keep for themselves. */
    public static final Set<Topic> WRITTEN = topics(topic -> topic.direction() != Direction.INPUT
            && topic != Topic.PRODUCER_PROGRESS
            && topic != Topic.CHAIN_JOURNAL
            && topic != Topic.ALERT_DELIVERIES);

    /** All that have to be there when it starts. */
    public static final Set<Topic> NEEDED = topics(topic -> READ.contains(topic) || WRITTEN.contains(topic));

    private TopologyTopics() {}

    private static Set<Topic> topics(Predicate<Topic> which) {
        return Arrays.stream(Topic.values())
                .filter(which)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)), Collections::unmodifiableSet));
    }
}
