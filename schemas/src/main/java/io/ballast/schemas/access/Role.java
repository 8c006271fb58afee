/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.access;

import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import io.ballast.schemas.catalogue.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whoever signs in to the cluster does so in one of these roles. Each has the rights that it needs and no others: users of brokers
 * are made from this list, and a test runs each role with it.
 */
public enum Role {
    TOPIC_ADMIN("`ballast topics`, before anything else and after upgrades") {
        @Override
        void collect(Rights rights) {
            rights.topics(EnumSet.allOf(Topic.class), CREATE, DESCRIBE, DESCRIBE_CONFIGS);
        }
    },

    TOPOLOGY("`ballast run streams`") {
        @Override
        void collect(Rights rights) {
            rights.topics(TopologyTopics.READ, READ, DESCRIBE_CONFIGS);
            rights.topics(TopologyTopics.WRITTEN, WRITE, DESCRIBE_CONFIGS);
            String application = rights.names().applicationId();
            // Its stores' changelogs, which it makes itself.
            rights.add(AccessRight.beginningWith(TOPIC, application + "-", CREATE, READ, WRITE));
            // The last, where ballast.standbys asks for standbys.
            rights.add(AccessRight.one(GROUP, application, READ, ALTER_CONFIGS));
            rights.add(AccessRight.beginningWith(TRANSACTIONAL_ID, application + "-", WRITE));
        }
    },

    CHAIN("`ballast run producer chain`, with a producer id that begins with `chain-`") {
        @Override
        void collect(Rights rights) {
            rights.topics(POOLS_AND_LETTERS, WRITE);
            rights.topics(EnumSet.of(Topic.PRODUCER_PROGRESS, Topic.CHAIN_JOURNAL), READ, WRITE);
            rights.add(AccessRight.beginningWith(TRANSACTIONAL_ID, "chain-", WRITE));
        }
    },

    EXCHANGE("`ballast run producer exchange`") {
        @Override
        void collect(Rights rights) {
            rights.topics(MARKETS_AND_LETTERS, WRITE);
            rights.topics(EnumSet.of(Topic.PRODUCER_PROGRESS), READ, WRITE);
            rights.add(AccessRight.one(TRANSACTIONAL_ID, "exchange", WRITE));
        }
    },

    REPLAY("`ballast run producer replay`") {
        @Override
        void collect(Rights rights) {
            Set<Topic> written = EnumSet.copyOf(POOLS_AND_LETTERS);
            written.addAll(MARKETS_AND_LETTERS);
            written.remove(Topic.HEDGE_INSTRUMENTS);
            rights.topics(written, WRITE);
            rights.topics(EnumSet.of(Topic.PRODUCER_PROGRESS), READ, WRITE);
            rights.add(AccessRight.one(TRANSACTIONAL_ID, "replay", WRITE));
        }
    },

    HEDGES("`ballast load hedges`: instruments, policies, claims and what was traded") {
        @Override
        void collect(Rights rights) {
            rights.topics(EnumSet.of(Topic.HEDGE_INSTRUMENTS, Topic.HEDGE_EVENTS, Topic.POLICIES, Topic.CLAIMS), WRITE);
        }
    },

    DESK("`ballast run desk`") {
        @Override
        void collect(Rights rights) {
            rights.topics(SHOWN, READ);
            rights.topics(EnumSet.of(Topic.ALERT_EVENTS), WRITE);
            // How far the topology is behind, by topic.
            rights.add(AccessRight.one(GROUP, rights.names().applicationId(), DESCRIBE));
            Set<Topic> lagging = EnumSet.copyOf(TopologyTopics.READ);
            lagging.removeAll(SHOWN);
            lagging.remove(Topic.ALERT_EVENTS);
            rights.topics(lagging, DESCRIBE);
        }
    },

    DELIVERY("`ballast run desk` with `ballast.desk.receivers.file`: a desk that tells others of alerts") {
        @Override
        void collect(Rights rights) {
            DESK.collect(rights);
            rights.topics(EnumSet.of(Topic.ALERT_DELIVERIES), WRITE);
            rights.add(AccessRight.beginningWith(GROUP, rights.names().applicationId() + "-receiver-", READ));
        }
    };

    private static final Set<Topic> POOLS_AND_LETTERS =
            EnumSet.of(Topic.POOLS, Topic.PRICE_TICKS, Topic.POSITION_EVENTS, Topic.POOL_EVENTS, Topic.DEAD_LETTERS);
    private static final Set<Topic> MARKETS_AND_LETTERS =
            EnumSet.of(Topic.PRICE_TICKS, Topic.OPTION_QUOTES, Topic.HEDGE_INSTRUMENTS, Topic.DEAD_LETTERS);

    /** What the desk reads. */
    private static final Set<Topic> SHOWN = EnumSet.of(
            Topic.POOLS,
            Topic.POSITION_EVENTS,
            Topic.HEDGE_INSTRUMENTS,
            Topic.OPTION_SURFACES,
            Topic.POSITION_RISK,
            Topic.POOL_RISK,
            Topic.PORTFOLIO_RISK,
            Topic.PORTFOLIO_SCENARIOS,
            Topic.HEDGE_RECOMMENDATIONS,
            Topic.STRIP_RECOMMENDATIONS,
            Topic.ALERTS,
            Topic.ALERT_DELIVERIES,
            Topic.DEAD_LETTERS);

    private final String purpose;

    Role(String purpose) {
        this.purpose = purpose;
    }

    abstract void collect(Rights rights);

    /** The command that is run in it. */
    public String purpose() {
        return purpose;
    }

    /** What a user with this role is called unless somebody says otherwise, such as {@code ballast-topology}. */
    public String usualUser() {
        return "ballast-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All that it has to be allowed, one entry for each resource. */
    public List<AccessRight> rights(AccessNames names) {
        Rights rights = new Rights(names);
        collect(rights);
        return rights.list();
    }
}
