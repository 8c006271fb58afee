/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.desk.Samples;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault")
class StreamApiTest {
    private static final String PATH = "/api/v1/stream?channels=positions&sort=-value_usd&limit=10";

    private final DeskFixture desk = new DeskFixture();

    @BeforeEach
    void fill() {
        desk.writeBook(6);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void tellsAll_thenWhatChanges() {
        try (EventReader reader = EventReader.open(desk.address(), PATH, null)) {
            EventReader.Event first = reader.awaitEvent(1);
            assertThat(first.type()).isEqualTo("positions");
            assertThat(first.data().get("snapshot").asBoolean()).isTrue();
            assertThat(first.data().get("rows")).hasSize(6);

            desk.write(Samples.position(Samples.WETH_USDC, 2, 201));

            EventReader.Event second = reader.awaitEvent(2);
            assertThat(second.data().get("snapshot").asBoolean()).isFalse();
            assertThat(second.data().get("rows")).hasSize(1);
            assertThat(second.data().get("rows").get(0).get("value_usd").asDouble())
                    .isEqualTo(201.0);
        }
    }

    @Test
    void goesOnFromTheLastEventSeen() {
        String lastId;
        try (EventReader reader = EventReader.open(desk.address(), PATH, null)) {
            lastId = reader.awaitEvent(1).id();
        }
        desk.write(Samples.position(Samples.WETH_USDC, 4, 444));
        Eventually.holds(() -> desk.get("/api/v1/positions").body().contains("444"));

        try (EventReader reader = EventReader.open(desk.address(), PATH, lastId)) {
            EventReader.Event first = reader.awaitEvent(1);
            assertThat(first.data().get("snapshot").asBoolean()).isFalse();
            assertThat(first.data().get("rows")).hasSize(1);
        }
    }

    @Test
    void tellsAllAnew_whenTheLastEventWasOfAnotherRun() {
        try (EventReader reader = EventReader.open(desk.address(), PATH, "someother:17")) {
            assertThat(reader.awaitEvent(1).data().get("snapshot").asBoolean()).isTrue();
        }
    }

    @Test
    void letsAClientThatDoesNotRead_harmNobody() throws IOException {
        URI address = URI.create(desk.address());
        try (Socket stalled = new Socket(address.getHost(), address.getPort());
                EventReader reader = EventReader.open(desk.address(), PATH, null)) {
            stalled.setReceiveBufferSize(1024);
            stalled.getOutputStream()
                    .write(("GET " + PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            reader.awaitEvent(1);
            for (int round = 1; round <= 12; round++) {
                double value = 1_000 + round;
                for (int number = 1; number <= 6; number++) {
                    desk.write(Samples.position(Samples.WETH_USDC, 2 * number, value + number));
                }
                reader.awaitRow("value_usd", value + 6);
            }
        }
    }

    @Test
    void refusesMoreStreamsThanAreAllowed() {
        List<EventReader> readers = new ArrayList<>();
        try {
            for (int number = 0; number < 20; number++) {
                readers.add(EventReader.open(desk.address(), PATH, null));
                readers.get(number).awaitEvent(1);
            }
            assertThat(desk.get(PATH, "Accept", "text/event-stream").statusCode())
                    .isEqualTo(503);
        } finally {
            readers.forEach(EventReader::close);
        }
    }
}
