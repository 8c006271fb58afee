/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.Topic.Direction;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {
    private static final AccessNames NAMES = new AccessNames("mine.", "my-risk");

    @Test
    void theTopologyMayNotWriteInputs() {
        assertThat(written(Role.TOPOLOGY)).isNotEmpty().noneMatch(topic -> topic.direction() == Direction.INPUT);
    }

    @Test
    void theDeskMayOnlySayWhatPeopleDidAboutAlerts() {
        assertThat(written(Role.DESK)).containsOnly(Topic.ALERT_EVENTS);
        assertThat(written(Role.DELIVERY)).containsOnly(Topic.ALERT_EVENTS, Topic.ALERT_DELIVERIES);
    }

    @Test
    void noProducerMayWriteWhatIsPublished() {
        for (Role producer : Set.of(Role.CHAIN, Role.EXCHANGE, Role.REPLAY, Role.HEDGES)) {
            assertThat(written(producer))
                    .filteredOn(topic -> topic.direction() == Direction.OUTPUT)
                    .isSubsetOf(Topic.DEAD_LETTERS);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void noRightIsOnEverything(Role role) {
        assertThat(role.rights(NAMES)).allSatisfy(right -> {
            assertThat(right.resource().name()).isNotEqualTo("*").isNotEmpty();
            assertThat(right.resource().resourceType()).isNotEqualTo(ResourceType.CLUSTER);
            assertThat(right.operations()).doesNotContain(AclOperation.ALL);
        });
        assertThat(role.rights(NAMES))
                .filteredOn(right -> right.resource().patternType() == PatternType.PREFIXED)
                .allSatisfy(right -> assertThat(right.resource().name()).endsWith("-"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void rightsAreOfTheNamesGiven(Role role) {
        assertThat(role.rights(NAMES))
                .filteredOn(right -> right.resource().resourceType() == ResourceType.TOPIC)
                .allMatch(right -> right.resource().name().startsWith("mine.")
                        || right.resource().name().equals("my-risk-"));
    }

    private static Set<Topic> written(Role role) {
        Set<String> names = role.rights(NAMES).stream()
                .filter(right -> right.operations().contains(AclOperation.WRITE))
                .map(right -> right.resource().name())
                .collect(Collectors.toSet());
        return Arrays.stream(Topic.values())
                .filter(topic -> names.contains(topic.fullName("mine.")))
                .collect(Collectors.toSet());
    }
}
