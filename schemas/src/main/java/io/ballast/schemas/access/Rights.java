/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.access;

import io.ballast.schemas.catalogue.Topic;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Collects a role's rights; what is added for a resource that is there already comes to what it has. Not thread-safe. */
final class Rights {
    private final AccessNames names;
    private final Map<ResourcePattern, Set<AclOperation>> byResource = new LinkedHashMap<>();

    Rights(AccessNames names) {
        this.names = names;
    }

    AccessNames names() {
        return names;
    }

    void add(AccessRight right) {
        byResource
                .computeIfAbsent(right.resource(), resource -> EnumSet.noneOf(AclOperation.class))
                .addAll(right.operations());
    }

    void topics(Set<Topic> topics, AclOperation... operations) {
        topics.forEach(
                topic -> add(AccessRight.one(ResourceType.TOPIC, topic.fullName(names.topicPrefix()), operations)));
    }

    List<AccessRight> list() {
        return byResource.entrySet().stream()
                .map(entry -> new AccessRight(entry.getKey(), entry.getValue()))
                .toList();
    }
}
