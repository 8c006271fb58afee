/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.cli.Background;
import io.ballast.cli.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody goes back in a demo, in the desk. */
class DemoGoingBackIT {
    private static final int POSITIONS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern ADDRESS = Pattern.compile("the desk is at (http://127\\.0\\.0\\.1:[0-9]+)/");

    private final HttpClient http = HttpClient.newHttpClient();
    private Background demo;
    private String address;

    @BeforeEach
    void start() {
        demo = Background.start(
                Map.of("BALLAST_DESK_PORT", "0"), "demo", "--seed", "7", "--positions", Integer.toString(POSITIONS));
        Matcher said = ADDRESS.matcher("");
        await().atMost(PATIENCE).until(() -> said.reset(demo.err()).find());
        address = said.group(1);
        await().atMost(PATIENCE).until(() -> eventTime().isPresent());
    }

    @AfterEach
    void end() throws Exception {
        assertThat(demo.end().exitCode()).as(demo.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void playsTheSameAgainUpToThere() {
        await().atMost(PATIENCE).until(() -> positions() > 0);
        String position = row("positions?limit=1", "id");
        String origin = origin(position);
        Instant there = eventTime().orElseThrow().plusSeconds(60);
        tell("{\"playing\":false}");
        Instant ahead = there.plus(Duration.ofMinutes(20));
        tell("{\"seek\":\"" + ahead + "\"}");
        await().atMost(PATIENCE)
                .until(() -> newest().filter(ahead.minusSeconds(300)::isBefore).isPresent());

        tell("{\"seek\":\"" + there + "\"}");

        await().atMost(PATIENCE).until(() -> demo.err().contains("going back"));
        await().atMost(PATIENCE).until(this::isThere);
        await().atMost(PATIENCE).until(() -> positions() >= POSITIONS);
        assertThat(eventTime().orElseThrow()).isAfterOrEqualTo(there);
        assertThat(newest().orElseThrow()).isBeforeOrEqualTo(there);
        assertThat(origin(position)).isEqualTo(origin);
    }

    /** Nothing while nobody answers, or nothing is due. */
    private Optional<Instant> eventTime() {
        return ask("replay")
                .map(state -> state.get("event_time"))
                .filter(JsonNode::isTextual)
                .map(DemoGoingBackIT::time);
    }

    private boolean isThere() {
        return ask("replay")
                .filter(state -> state.get("event_time").isTextual()
                        && state.get("seeking").isNull())
                .isPresent();
    }

    /** Of all that was published of positions. */
    private Optional<Instant> newest() {
        return ask("positions?sort=-event_time_ms&limit=1")
                .map(page -> page.at("/rows/0/event_time"))
                .filter(JsonNode::isTextual)
                .map(DemoGoingBackIT::time);
    }

    private int positions() {
        return ask("positions?limit=1").map(page -> page.get("total").asInt()).orElse(0);
    }

    /** Transaction that a position came by: its events are told newest first. */
    private String origin(String position) {
        await().atMost(PATIENCE).until(() -> ask("position-events/" + position)
                .filter(events -> !events.get("rows").isEmpty())
                .isPresent());
        JsonNode rows = ask("position-events/" + position).orElseThrow().get("rows");
        return rows.get(rows.size() - 1).get("transaction_hash").asText();
    }

    private String row(String path, String column) {
        return ask(path).orElseThrow().get("rows").get(0).get(column).asText();
    }

    private static Instant time(JsonNode text) {
        return Instant.parse(text.asText());
    }

    private Optional<JsonNode> ask(String path) {
        return send(request(path).build());
    }

    private void tell(String command) {
        HttpRequest request = request("replay")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(command))
                .build();
        assertThat(send(request)).as(command).isPresent();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1/" + path));
    }

    private Optional<JsonNode> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? Optional.of(new ObjectMapper().readTree(answer.body()))
                    : Optional.empty();
        } catch (IOException nobody) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
