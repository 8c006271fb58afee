/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What may be done with one resource.
 *
 * @param resource  one, or all whose names begin so
 * @param operations  at least one. Kafka lets whoever may read or write describe, too, so that is not said again
 */
public record AccessRight(ResourcePattern resource, Set<AclOperation> operations) {
    private static final String ANY_HOST = "*";

    public AccessRight {
        operations = Collections.unmodifiableSet(EnumSet.copyOf(operations));
    }

    static AccessRight one(ResourceType type, String name, AclOperation... operations) {
        return new AccessRight(new ResourcePattern(type, name, PatternType.LITERAL), Set.of(operations));
    }

    static AccessRight beginningWith(ResourceType type, String name, AclOperation... operations) {
        return new AccessRight(new ResourcePattern(type, name, PatternType.PREFIXED), Set.of(operations));
    }

    /** As Kafka's own, for a user. */
    public List<AclBinding> bindings(String user) {
        return operations.stream()
                .map(operation -> new AclBinding(
                        resource, new AccessControlEntry("User:" + user, ANY_HOST, operation, AclPermissionType.ALLOW)))
                .toList();
    }
}
