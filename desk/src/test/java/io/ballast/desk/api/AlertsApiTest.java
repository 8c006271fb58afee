/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ballast.desk.Alerts;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.schema.AlertEventKind;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsApiTest {
    private static final String[] JSON = {"Content-Type", "application/json"};

    private final DeskFixture desk = new DeskFixture();

    @BeforeEach
    void fire() {
        desk.write(Alerts.firing("f1"));
        Eventually.holds(() -> desk.get("/api/v1/alerts").body().contains("f1"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void writesAnAcknowledgement_andShowsWhatTheTopologyAnswers() throws JsonProcessingException {
        assertThat(desk.post("/api/v1/alert-events/f1", "{\"kind\":\"ACKNOWLEDGE\",\"comment\":\"on it\"}", JSON)
                        .statusCode())
                .isEqualTo(202);

        assertThat(desk.alertEvents().get(0).getComment()).isEqualTo("on it");
        Eventually.holds(() -> desk.get("/api/v1/alerts/f1").body().contains("\"acknowledged_by\":\"local\""));
        assertThat(PositionsApiTest.json(desk.get("/api/v1/alert-history/f1")).get("changes"))
                .hasSize(2);
    }

    @Test
    void writesUntilWhenAnAlertIsSnoozed() {
        desk.post("/api/v1/alert-events/f1", "{\"kind\":\"SNOOZE\",\"until\":\"2026-02-01T00:00:00Z\"}", JSON);

        assertThat(desk.alertEvents().get(0).getKind()).isEqualTo(AlertEventKind.SNOOZE);
        assertThat(desk.alertEvents().get(0).getUntil()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{\"kind\":\"UNKNOWN\"}",
                "{\"kind\":\"DELETE\"}",
                "{\"kind\":\"SILENCE\"}",
                "{\"kind\":\"SNOOZE\",\"until\":\"soon\"}"
            })
    void refusesWhatMakesNoSense(String body) {
        assertThat(desk.post("/api/v1/alert-events/f1", body, JSON).statusCode())
                .isEqualTo(400);
        assertThat(desk.alertEvents()).isEmpty();
    }

    @Test
    void refusesWhatAPageElsewhereCouldSend() {
        String body = "{\"kind\":\"ACKNOWLEDGE\"}";

        assertThat(desk.post("/api/v1/alert-events/f1", body, "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(400);
        assertThat(desk.post(
                                "/api/v1/alert-events/f1",
                                body,
                                "Content-Type",
                                "application/json",
                                "Origin",
                                "http://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(desk.alertEvents()).isEmpty();
    }

    @Test
    void knowsNoAlertThatIsNotThere() {
        assertThat(desk.post("/api/v1/alert-events/f2", "{\"kind\":\"ACKNOWLEDGE\"}", JSON)
                        .statusCode())
                .isEqualTo(404);
    }
}
