/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.jerolba.carpet.CarpetReader;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.desk.PositionEvents;
import io.ballast.desk.Samples;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetTest {

    private final DeskFixture desk = new DeskFixture();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void saysTheSameInParquetAsInJson() throws IOException {
        desk.writeBook(25);
        List<Map<String, Object>> rows = read("/api/v1/positions?q=pool:usdc&sort=il_pct&format=parquet");
        JsonNode expected =
                json("/api/v1/positions?q=pool:usdc&sort=il_pct&limit=1000").get("rows");

        assertThat(rows).hasSize(12);
        assertSame(rows, expected);
    }

    @Test
    void saysTheSameOfAPositionsEventsAndResult() throws IOException {
        String position = Samples.WETH_USDC + "/nft:2";
        desk.writeBook(2);
        desk.write(Topic.POSITION_EVENTS, Samples.WETH_USDC, PositionEvents.increase(2, 16, 4));
        String events = "/api/v1/position-events/" + position;
        Eventually.holds(() -> desk.get(events).body().contains("NFT_INCREASE"));
        String result = "/api/v1/position-attribution/" + position;

        assertSame(read(events + "?format=parquet"), json(events).get("rows"));
        assertSame(read(result + "?format=parquet"), json(result).get("steps"));
    }

    private static void assertSame(List<Map<String, Object>> rows, JsonNode expected) {
        assertThat(rows).hasSize(expected.size());
        for (int index = 0; index < rows.size(); index++) {
            Map<String, Object> row = rows.get(index);
            JsonNode told = expected.get(index);
            assertThat(row).containsOnlyKeys(names(told));
            told.properties().forEach(field -> assertThat(plain(row.get(field.getKey())))
                    .as(field.getKey())
                    .isEqualTo(plain(field.getValue())));
        }
    }

    private static List<String> names(JsonNode row) {
        return row.properties().stream().map(Map.Entry::getKey).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pools",
                "portfolios",
                "scenarios",
                "hedges",
                "alerts",
                "position-groups?by=pool",
                "alert-deliveries",
                "dead-letters"
            })
    void givesAFileForEveryTable(String table) throws IOException {
        desk.writeBook(3);
        String separator = table.contains("?") ? "&" : "?";

        assertThat(read("/api/v1/" + table + separator + "format=parquet")).isNotNull();
    }

    private List<Map<String, Object>> read(String path) throws IOException {
        HttpResponse<byte[]> answer = desk.bytes(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/vnd.apache.parquet");
        Path file = Files.write(folder.resolve("answer.parquet"), answer.body());
        return new CarpetReader<Map<String, Object>>(file.toFile(), mapType()).toList();
    }

    @SuppressWarnings("unchecked")
    private static Class<Map<String, Object>> mapType() {
        return (Class<Map<String, Object>>) (Class<?>) Map.class;
    }

    private JsonNode json(String path) throws JsonProcessingException {
        return new JsonMapper().readTree(desk.get(path).body());
    }

    private static Object plain(Object value) {
        if (value instanceof JsonNode json) {
            return json.isNull() ? null : json.isArray() ? json.toString() : json.asText();
        }
        if (value instanceof Collection<?> items) {
            return new JsonMapper().valueToTree(items).toString();
        }
        return value == null ? null : value.toString();
    }
}
