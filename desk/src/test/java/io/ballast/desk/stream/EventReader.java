/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ballast.desk.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads a stream of events in a thread of its own. */
public final class EventReader implements AutoCloseable {
    private final HttpURLConnection connection;
    private final List<Event> events = new CopyOnWriteArrayList<>();

    /** One event; its data is JSON. */
    public record Event(String type, String id, JsonNode data) {}

    private EventReader(HttpURLConnection connection) {
        this.connection = connection;
    }

    /** @param lastEventId  null: none */
    public static EventReader open(String address, String path, String lastEventId) {
        try {
            URI uri = URI.create(address).resolve(path);
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setRequestProperty("Accept", "text/event-stream");
            if (lastEventId != null) {
                connection.setRequestProperty("Last-Event-ID", lastEventId);
            }
            EventReader reader = new EventReader(connection);
            Thread thread = new Thread(reader::read, "event-reader");
            thread.setDaemon(true);
            thread.start();
            return reader;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void read() {
        JsonMapper json = new JsonMapper();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            String type = "";
            String id = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    type = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    events.add(new Event(type, id, json.readTree(line.substring(5))));
                }
            }
        } catch (IOException closed) {
            // The test has closed it.
        }
    }

    /** The event of that number, from 1. */
    public Event awaitEvent(int number) {
        Eventually.holds(() -> events.size() >= number);
        return events.get(number - 1);
    }

    /** Waits for any event that has a row with that figure. */
    public void awaitRow(String figure, double value) {
        Eventually.holds(() -> events.stream().anyMatch(event -> {
            for (JsonNode row : event.data().path("rows")) {
                if (row.path(figure).asDouble() == value) {
                    return true;
                }
            }
            return false;
        }));
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
