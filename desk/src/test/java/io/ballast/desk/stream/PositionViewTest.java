/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ballast.desk.Samples;
import io.ballast.desk.api.PositionRecords;
import io.ballast.desk.query.Ordering;
import io.ballast.desk.query.Paging;
import io.ballast.desk.query.Query;
import io.ballast.desk.security.Entitlement;
import io.ballast.desk.store.Pools;
import io.ballast.desk.store.PositionBook;
import io.ballast.desk.store.Versions;
import io.ballast.schema.PositionRisk;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PositionViewTest {
    private static final int ROWS = 2;
    private static final long TICK_NANOS = 250_000_000;

    private final SchemaRegistryClient registry = Samples.registry("position-view");
    private final PositionBook book = new PositionBook(new Versions("test"));
    private final Pools pools = new Pools();
    private long nanos;
    private final PositionView view = new PositionView(
            new PositionView.Key(Query.of("", Entitlement.everything()), Ordering.of("-value_usd"), ROWS),
            new Paging(book, pools),
            new PositionRecords(registry, Samples.TOPIC, pools),
            new Pace(() -> nanos, new SharedTime(() -> nanos)));

    @BeforeEach
    void fill() {
        put(1, 100);
        put(2, 200);
        put(3, 300);
    }

    private void put(int number, double value) {
        PositionRisk risk = Samples.position(Samples.WETH_USDC, number, value);
        book.put(risk.getPositionId(), risk, Samples.bytes(risk, registry), 0, 0);
    }

    @Test
    void tellsAllAtFirst_andThenNothing() throws JsonProcessingException {
        Told first = view.since(0);

        JsonNode news = json(first);
        assertThat(news.get("snapshot").asBoolean()).isTrue();
        assertThat(news.get("total").asInt()).isEqualTo(3);
        assertThat(numbers(news.get("rows"))).containsExactly("3", "2");
        assertThat(news.get("order")).hasSize(2);
        nanos += TICK_NANOS;
        assertThat(view.since(first.version()).data()).isNull();
    }

    @Test
    void tellsTheChangedRowAlone_whenTheOrderStays() throws JsonProcessingException {
        Told first = view.since(0);
        put(2, 201);
        nanos += TICK_NANOS;

        JsonNode news = json(view.since(first.version()));

        assertThat(numbers(news.get("rows"))).containsExactly("2");
        assertThat(news.get("order").isNull()).isTrue();
        assertThat(news.get("rows").get(0).get("value_usd").asDouble()).isEqualTo(201.0);
    }

    @Test
    void tellsTheOrderAndWhoIsNew_whenOneMovesOntoThePage() throws JsonProcessingException {
        Told first = view.since(0);
        book.remove(Samples.WETH_USDC + "/nft:3");
        nanos += TICK_NANOS;

        JsonNode news = json(view.since(first.version()));

        assertThat(numbers(news.get("rows"))).containsExactly("1");
        assertThat(news.get("order")).hasSize(2);
        assertThat(news.get("order").get(0).asText()).endsWith("nft:2");
    }

    @Test
    void tellsWhoMissedTicks_theNewestOnly() throws JsonProcessingException {
        Told first = view.since(0);
        for (int value = 201; value < 290; value++) {
            put(2, value);
            nanos += TICK_NANOS;
            view.since(first.version());
        }

        JsonNode news = json(view.since(first.version()));

        assertThat(news.get("rows")).hasSize(1);
        assertThat(news.get("rows").get(0).get("value_usd").asDouble()).isEqualTo(289.0);
    }

    private static JsonNode json(Told told) throws JsonProcessingException {
        return new JsonMapper().readTree(told.data());
    }

    private static List<String> numbers(JsonNode rows) {
        List<String> numbers = new ArrayList<>();
        rows.forEach(row -> numbers.add(row.get("token_id").asText()));
        return numbers;
    }
}
