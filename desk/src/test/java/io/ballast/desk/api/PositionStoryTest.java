/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.desk.Portfolios;
import io.ballast.desk.PositionEvents;
import io.ballast.desk.Samples;
import io.ballast.desk.store.Figure;
import io.ballast.schema.DayAttribution;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import io.ballast.schemas.catalogue.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PositionStoryTest {
    private static final String POSITION = Samples.WETH_USDC + "/nft:2";

    private static DeskFixture desk;

    @BeforeAll
    static void open() {
        desk = new DeskFixture();
        desk.writeBook(2);
        desk.write(Samples.flagged(Samples.position(Samples.WETH_USDC, 2, 200), QualityFlag.USD_STALE));
        desk.write(Topic.POSITION_EVENTS, Samples.WETH_USDC, PositionEvents.increase(2, 16, 4));
        desk.write(Topic.POSITION_EVENTS, Samples.WETH_USDC, PositionEvents.increase(2, 17, 1));
        desk.write(Topic.PORTFOLIO_RISK, "desk-a", withDays(day(10, -4), day(5, 1)));
        Eventually.holds(() -> desk.get("/api/v1/portfolios").body().contains("desk-a")
                && desk.get("/api/v1/position-events/" + POSITION).body().contains("\"total\":2")
                && desk.get("/api/v1/positions/" + POSITION).body().contains("USD_STALE"));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static PortfolioRisk withDays(DayAttribution... days) {
        PortfolioRisk risk = Portfolios.portfolio("desk-a", 1_000);
        risk.setDays(Arrays.asList(days));
        return risk;
    }

    private static DayAttribution day(double price, double il) {
        DayAttribution day = new DayAttribution();
        day.setDayStart(Samples.TIME);
        day.setPrice(price);
        day.setIl(il);
        day.setTotal(price + il);
        day.setComplete(true);
        return day;
    }

    private static JsonNode ask(String path) throws JsonProcessingException {
        return PositionsApiTest.json(desk.get("/api/v1/" + path));
    }

    @Test
    void tellsAmountsInUnits_andWhereAnEventStands() throws JsonProcessingException {
        JsonNode newest = ask("position-events/" + POSITION).get("rows").get(0);

        assertThat(newest.get("amount0").asDouble()).isEqualTo(1.5);
        assertThat(newest.get("amount1").asDouble()).isEqualTo(3000);
        assertThat(newest.get("block_number").asLong()).isEqualTo(17);
        assertThat(newest.get("place").asText()).isEqualTo("ballast.position-events-0@1");
        assertThat(newest.get("transaction_url").asText())
                .isEqualTo("https://explorer.example/tx/" + PositionEvents.TRANSACTION);
    }

    @Test
    void answersWithNothing_whereTheLogIsKnown_untilThereIsMore() {
        String path = "/api/v1/position-events/" + Samples.WBTC_WETH + "/nft:1";
        String tag = desk.get(path).headers().firstValue("ETag").orElseThrow();

        assertThat(desk.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(desk.get(path, "If-None-Match", tag).body()).isEmpty();
        PositionEvent event = PositionEvents.increase(1, 18, 1);
        event.setPoolId(Samples.WBTC_WETH);
        desk.write(Topic.POSITION_EVENTS, Samples.WBTC_WETH, event);
        Eventually.holds(() -> desk.get(path, "If-None-Match", tag).statusCode() == 200);
        assertThat(desk.get(path).headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
    }

    @Test
    void explainsALossByItsInputsTheirFlagsAndItsRecords() throws JsonProcessingException {
        JsonNode answer = ask("position-explanation/" + POSITION + "?figure=il_usd");

        assertThat(answer.get("value").asDouble()).isEqualTo(-10);
        assertThat(answer.get("inputs"))
                .extracting(input -> input.get("name").asText())
                .contains("value", "hodl_value");
        assertThat(answer.get("flags").get(0).get("meaning").asText()).isEqualTo("the reference price is old.");
        assertThat(answer.get("sources"))
                .extracting(source -> source.get("place").asText())
                .containsExactly(
                        "ballast.position-risk-0@2", "ballast.position-events-0@1", "ballast.position-events-0@0");
    }

    @Test
    void namesTheLogOfTheLastTrade_whereNoEventIsIt() throws JsonProcessingException {
        JsonNode sources = ask("position-explanation/" + Samples.WBTC_WETH + "/nft:1?figure=price")
                .get("sources");

        assertThat(sources).hasSize(2);
        assertThat(sources.get(1).get("place").isNull()).isTrue();
        assertThat(sources.get(1).get("block_number").asLong()).isEqualTo(17);
    }

    @Test
    void saysWhichFiguresThereAre() {
        String problem = desk.get("/api/v1/position-explanation/" + POSITION + "?figure=luck")
                .body();

        assertThat(problem).contains("figure luck is none of value_usd");
    }

    static List<Map.Entry<String, Formula>> formulas() {
        return List.copyOf(Formula.all().entrySet());
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void explainsOnlyByWhatThereIs(Map.Entry<String, Formula> entry) {
        List<String> fields = PositionRisk.getClassSchema().getFields().stream()
                .map(field -> field.name())
                .toList();

        boolean isThere = Figure.named(entry.getKey()).isPresent() || fields.contains(entry.getKey());
        assertThat(entry.getValue().told() == WhereTold.HERE).as(entry.getKey()).isEqualTo(isThere);
        assertThat(entry.getValue().inputs())
                .allMatch(input -> fields.contains(input) || Figure.named(input).isPresent());
    }

    @Test
    void explainsEveryFigureOfMoney() {
        assertThat(Formula.all().keySet())
                .containsAll(Arrays.stream(Figure.values())
                        .map(Figure::id)
                        .filter(id -> id.endsWith("_usd"))
                        .toList());
    }

    @Test
    void attributesWhatIsKnownOfAPosition_andSaysWhyTheRestIsNot() throws JsonProcessingException {
        JsonNode fall = ask("position-attribution/" + POSITION);

        assertThat(step(fall, "divergence").get("value").asDouble()).isEqualTo(-10);
        assertThat(step(fall, "fees").get("value").asDouble()).isEqualTo(4);
        for (String unknown : List.of("price", "gas", "funding", "hedge")) {
            assertThat(step(fall, unknown).get("value").isNull()).as(unknown).isTrue();
            assertThat(step(fall, unknown).get("note").asText()).isNotEmpty();
            JsonNode why = ask("position-explanation/" + POSITION + "?figure="
                    + step(fall, unknown).get("figure").asText());
            assertThat(why.get("told").asText())
                    .isEqualTo(step(fall, unknown).get("told").asText());
            assertThat(why.get("value").isNull()).isTrue();
        }
        assertThat(fall.get("net").asDouble()).isEqualTo(-6);
    }

    @Test
    void attributesAPortfoliosDaysTogether() throws JsonProcessingException {
        JsonNode fall = ask("portfolio-attribution/desk-a");

        assertThat(step(fall, "price").get("value").asDouble()).isEqualTo(15);
        assertThat(step(fall, "divergence").get("value").asDouble()).isEqualTo(-3);
        assertThat(step(fall, "gas").get("value").isNull()).isTrue();
        assertThat(fall.get("net").asDouble()).isEqualTo(12);
    }

    private static JsonNode step(JsonNode fall, String id) {
        for (JsonNode step : fall.get("steps")) {
            if (step.get("id").asText().equals(id)) {
                return step;
            }
        }
        throw new AssertionError("no step " + id);
    }
}
