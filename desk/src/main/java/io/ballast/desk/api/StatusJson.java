/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.ingest.IngestStatus;
import io.ballast.desk.ingest.TopicProgress;
import java.time.Instant;

/** How the reading goes, as JSON. */
public final class StatusJson {
    private StatusJson() {}

    /** What every page shows. */
    public static ObjectNode summary(IngestStatus status) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("caught_up", status.caughtUp())
                .put("broker_answers", status.brokerAnswers())
                .put("broker_seen", time(status.brokerSeenMs()))
                .put("problem", status.problem())
                .put("delay_p50_ms", known(status.delayP50Ms()))
                .put("delay_p99_ms", known(status.delayP99Ms()));
        return json;
    }

    static ObjectNode full(IngestStatus status) {
        ObjectNode json = summary(status);
        ArrayNode topics = json.putArray("topics");
        for (TopicProgress topic : status.topics()) {
            topics.addObject()
                    .put("topic", topic.topic())
                    .put("partitions", topic.partitions())
                    .put("read", topic.read())
                    .put("behind", known(topic.behind()))
                    .put("undecodable", topic.undecodable())
                    .put("last_problem", topic.lastProblem())
                    .put("newest", time(topic.newestTimeMs()));
        }
        return json;
    }

    private static String time(long timeMs) {
        return timeMs < 0 ? null : Instant.ofEpochMilli(timeMs).toString();
    }

    private static Long known(long value) {
        return value < 0 ? null : (Long) value;
    }
}
