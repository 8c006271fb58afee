/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A desk on a real broker and registry. */
@Tag("fault")
class DeskOnClusterIT {
    private static DesksOnCluster desks;

    @BeforeAll
    static void start() {
        desks = new DesksOnCluster();
    }

    @AfterAll
    static void stop() throws IOException {
        desks.close();
    }

    @Test
    void showsTheSameFiguresAfterARestart_andNothingThatWasNotCommitted() {
        try (KafkaProducer<String, SpecificRecord> producer =
                desks.producer(Map.of("transactional.id", "test", "acks", "all"))) {
            producer.initTransactions();
            producer.beginTransaction();
            DesksOnCluster.sendBook(producer, 20);
            producer.commitTransaction();
            producer.beginTransaction();
            DesksOnCluster.sendPosition(producer, 999, 1);
            producer.flush();
            producer.abortTransaction();
        }
        String before;
        try (Desk desk = desks.desk()) {
            before = awaitBook(desk);
        }
        try (Desk desk = desks.desk()) {
            assertThat(awaitBook(desk))
                    .isEqualTo(before)
                    .doesNotContain("nft:999")
                    .contains("WETH/USDC");
        }
    }

    private static String awaitBook(Desk desk) {
        desks.awaitRead(desk);
        return desks.get(desk, "api/v1/positions?format=csv").body();
    }

    @Test
    void writesWhatPeopleDoAboutAlertsToTheirTopic() {
        try (KafkaProducer<String, SpecificRecord> producer = desks.producer(Map.of())) {
            DesksOnCluster.send(producer, Topic.ALERTS, "f1", Alerts.firing("f1"));
        }
        try (Desk desk = desks.desk()) {
            Eventually.holds(() -> desks.get(desk, "api/v1/alerts").body().contains("f1"));

            assertThat(desks.post(desk, "api/v1/alert-events/f1", "{\"kind\":\"ACKNOWLEDGE\"}")
                            .statusCode())
                    .isEqualTo(202);
        }
        assertThat(desks.awaitAlertEvents())
                .extracting(AlertEvent::getFingerprint)
                .containsExactly("f1");
    }
}
