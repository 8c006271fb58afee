/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import io.ballast.desk.DeskCluster;
import io.ballast.desk.api.AlertEventSink;
import io.ballast.desk.api.ProblemException;
import io.ballast.schema.AlertEvent;
import io.ballast.schemas.catalogue.Topic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Writes what people do about alerts to its topic. Thread-safe. */
public final class AlertEventTopic implements AlertEventSink, AutoCloseable {
    private final TopicWriter<AlertEvent> writer;

    private AlertEventTopic(TopicWriter<AlertEvent> writer) {
        this.writer = writer;
    }

    public static AlertEventTopic open(DeskCluster cluster) {
        return new AlertEventTopic(TopicWriter.open(cluster, Topic.ALERT_EVENTS));
    }

    @Override
    public void write(AlertEvent event) {
        try {
            writer.write(event.getSubjectId(), event.getEventTime().toEpochMilli(), event);
        } catch (InterruptException interrupted) {
            throw ProblemException.unavailable("the desk is closing");
        } catch (KafkaException refused) {
            throw ProblemException.unavailable(refused.getMessage());
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
