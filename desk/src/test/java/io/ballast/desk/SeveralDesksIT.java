/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ballast.desk.stream.EventReader;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertEvent;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two desks on one cluster, as behind a balancer that sends each request to any of them. That both together tell an alert
 * once is in {@code AlertDeliveryIT}.
 */
@Tag("fault")
class SeveralDesksIT {
    private static final int POSITIONS = 20;
    private static final String STREAM = "/api/v1/stream?channels=positions,alerts&limit=100";

    private static DesksOnCluster desks;
    private static KafkaProducer<String, SpecificRecord> producer;
    private static Desk one;
    private static Desk other;

    @BeforeAll
    static void start() {
        desks = new DesksOnCluster();
        producer = desks.producer(Map.of());
        DesksOnCluster.sendBook(producer, POSITIONS);
        DesksOnCluster.send(producer, Topic.ALERTS, "f1", Alerts.firing("f1"));
        producer.flush();
        one = desks.desk();
        other = desks.desk();
        desks.awaitRead(one);
        desks.awaitRead(other);
    }

    @AfterAll
    static void stop() throws IOException {
        other.close();
        one.close();
        producer.close();
        desks.close();
    }

    @Test
    void showTheSame_andOneGoesOnWithThePageOfTheOther() throws JsonProcessingException {
        String first =
                desks.get(one, "api/v1/positions?sort=-value_usd&limit=5").body();
        String cursor = new JsonMapper().readTree(first).get("next").asText();

        assertThat(desks.get(other, "api/v1/positions?sort=-value_usd&limit=5").body())
                .isEqualTo(first);
        assertThat(desks.get(other, "api/v1/positions?sort=-value_usd&limit=1&cursor=" + cursor)
                        .body())
                .contains("/nft:15\"");
    }

    @Test
    void showOnEach_whatSomebodyDidAboutAnAlertOnOne() {
        desks.post(one, "api/v1/alert-events/f1", "{\"kind\":\"ACKNOWLEDGE\"}");
        AlertEvent event = desks.awaitAlertEvents().get(0);
        // As the topology answers it.
        Alert alert = Alerts.firing(event.getFingerprint());
        alert.setCause(AlertCause.ACKNOWLEDGED);
        alert.setAcknowledged(event.getEventTime());
        DesksOnCluster.send(producer, Topic.ALERTS, event.getFingerprint(), alert);
        producer.flush();

        Eventually.holds(() -> desks.get(one, "api/v1/alerts").body().contains("ACKNOWLEDGED")
                && desks.get(other, "api/v1/alerts").body().contains("ACKNOWLEDGED"));
    }

    @Test
    void tellAllAnew_whereAStreamOfTheOtherIsToGoOn() {
        String lastId;
        try (EventReader reader = EventReader.open(one.address(), STREAM, null)) {
            lastId = reader.awaitEvent(2).id();
        }
        try (EventReader reader = EventReader.open(other.address(), STREAM, lastId)) {
            EventReader.Event positions = reader.awaitEvent(1);
            EventReader.Event alerts = reader.awaitEvent(2);

            assertThat(positions.data().get("snapshot").asBoolean()).isTrue();
            assertThat(positions.data().get("rows")).hasSize(POSITIONS);
            assertThat(alerts.data().get("snapshot").asBoolean()).isTrue();
            assertThat(alerts.data().get("rows")).hasSize(1);
        }
    }
}
