/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.desk.DeskFixture;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayApiTest {
    private final DeskFixture desk = new DeskFixture();

    @AfterEach
    void close() {
        desk.close();
    }

    private HttpResponse<String> tell(String command) {
        return desk.post("/api/v1/replay", command, "Content-Type", "application/json");
    }

    @Test
    void pausesAndSetsTheSpeed() {
        assertThat(tell("{\"playing\":false,\"speed\":5}").body())
                .contains("\"playing\":false")
                .contains("\"speed\":5.0");
    }

    @Test
    void goesForward() {
        assertThat(tell("{\"seek\":\"2026-02-01T00:00:00Z\"}").body()).contains("\"seeking\":\"2026-02-01T00:00:00Z\"");
    }

    @Test
    void goesBack_andSaysHowFar() {
        assertThat(tell("{\"seek\":\"2026-01-31T11:59:30Z\"}").body())
                .contains("\"seeking\":\"2026-01-31T11:59:30Z\"")
                .contains("\"earliest\":\"2026-01-31T11:59:00Z\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"seek\":\"2026-01-01T00:00:00Z\"} | is before the start",
                "{\"seek\":\"soon\"} | soon is no instant",
                "{\"speed\":0} | speed 0.0 is none"
            })
    void saysWhatCannotBe(String command, String why) {
        HttpResponse<String> answer = tell(command);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(why);
    }
}
