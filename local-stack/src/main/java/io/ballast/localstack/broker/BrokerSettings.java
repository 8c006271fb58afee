/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.broker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings of a broker that is alone, on a small machine, started and stopped often, fed with years-old event times. */
final class BrokerSettings {
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    static final int NODE_ID = 1;

    private static final String NEVER = "-1";

    private BrokerSettings() {}

    static Map<String, Object> of(Path folder, int port, int controllerPort, Map<String, String> overrides) {
        Map<String, Object> settings = new LinkedHashMap<>();
        node(settings, folder, port, controllerPort);
        settings.putAll(oneCopy());
        settings.putAll(quickGroups());
        settings.putAll(oldTimestamps());
        settings.putAll(small());
        settings.putAll(overrides);
        return settings;
    }

    private static void node(Map<String, Object> settings, Path folder, int port, int controllerPort) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        // Without it a broker that cannot start waits for ever.
        settings.put("server.max.startup.time.ms", "60000");
    }

    /** Of its controller without the broker. */
    static Map<String, Object> ofControllerAlone(Path folder, int controllerPort) {
        Map<String, Object> settings = new LinkedHashMap<>();
        node(settings, folder, 0, controllerPort);
        settings.put("process.roles", "controller");
        settings.put("listeners", "CONTROLLER://127.0.0.1:" + controllerPort);
        return settings;
    }

    private static Map<String, String> oneCopy() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String factor : List.of(
                "default.replication.factor",
                "min.insync.replicas",
                "offsets.topic.replication.factor",
                "transaction.state.log.replication.factor",
                "transaction.state.log.min.isr",
                "share.coordinator.state.topic.replication.factor",
                "share.coordinator.state.topic.min.isr")) {
            settings.put(factor, "1");
        }
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        return settings;
    }

    /** Members are noticed and missed in seconds; the broker's own minimums for streams groups are 5 and 45 s. */
    private static Map<String, String> quickGroups() {
        return Map.ofEntries(
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
                Map.entry("group.streams.min.heartbeat.interval.ms", "500"),
                Map.entry("group.streams.heartbeat.interval.ms", "500"),
                Map.entry("group.streams.min.session.timeout.ms", "6000"),
                Map.entry("group.streams.session.timeout.ms", "6000"),
                Map.entry("group.consumer.min.heartbeat.interval.ms", "500"),
                Map.entry("group.consumer.heartbeat.interval.ms", "1000"),
                Map.entry("group.consumer.min.session.timeout.ms", "6000"),
                Map.entry("group.consumer.session.timeout.ms", "10000"),
                // A killed producer's transaction holds readers up until it is noticed; the default is 10 s.
                Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2500"));
    }

    /** Retention compares event time with the wall clock: by default it would delete a replay as it comes in. */
    private static Map<String, String> oldTimestamps() {
        return Map.of(
                "log.message.timestamp.type",
                "CreateTime",
                "log.message.timestamp.before.max.ms",
                Long.toString(Long.MAX_VALUE),
                "log.retention.ms",
                NEVER,
                "log.retention.bytes",
                NEVER,
                // A folder may lie unused for longer than the default of seven days.
                "offsets.retention.minutes",
                Integer.toString(Integer.MAX_VALUE));
    }

    private static Map<String, String> small() {
        return Map.of(
                "log.cleaner.dedupe.buffer.size", "2097152",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "4",
                "num.recovery.threads.per.data.dir", "2",
                "offsets.topic.segment.bytes", "16777216",
                "transaction.state.log.segment.bytes", "16777216");
    }
}
