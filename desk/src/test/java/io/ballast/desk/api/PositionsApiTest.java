/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.desk.Samples;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsApiTest {
    private static final int POSITIONS = 25;

    private final DeskFixture desk = new DeskFixture();

    @BeforeEach
    void fill() {
        desk.writeBook(POSITIONS);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void givesPagesInOrder_untilTheLast() throws JsonProcessingException {
        List<String> numbers = new ArrayList<>();
        String path = "/api/v1/positions?sort=-value_usd&limit=10";
        JsonNode page = json(desk.get(path));
        page.get("rows").forEach(row -> numbers.add(row.get("token_id").asText()));
        while (!page.get("next").isNull()) {
            page = json(desk.get(path + "&cursor=" + page.get("next").asText()));
            page.get("rows").forEach(row -> numbers.add(row.get("token_id").asText()));
        }

        assertThat(numbers).hasSize(POSITIONS);
        assertThat(numbers.get(0)).isEqualTo("25");
        assertThat(numbers.get(POSITIONS - 1)).isEqualTo("1");
    }

    @Test
    void keepsRawIntegersToTheLastDigit_andUnknownsNull() throws JsonProcessingException {
        JsonNode row = json(desk.get("/api/v1/positions?limit=1")).get("rows").get(0);

        assertThat(row.get("liquidity_raw").isTextual()).isTrue();
        assertThat(row.get("liquidity_raw").asText()).isEqualTo("340282366920938463463374607431768211455");
        assertThat(row.get("lvr_usd").isNull()).isTrue();
        assertThat(row.get("pool").asText()).isEqualTo("WBTC/WETH 0.05 %");
    }

    @Test
    void saysTheSameInCsvAsInJson() throws JsonProcessingException {
        HttpResponse<String> csv = desk.get("/api/v1/positions?q=pool:usdc&sort=il_pct", "Accept", "text/csv");
        JsonNode rows = json(desk.get("/api/v1/positions?q=pool:usdc&sort=il_pct&limit=1000"))
                .get("rows");
        List<NamedCsvRecord> records =
                CsvReader.builder().ofNamedCsvRecord(csv.body()).stream().toList();
        assertThat(csv.headers().firstValue("content-type")).hasValue("text/csv; charset=utf-8");
        assertThat(records).hasSize(rows.size()).hasSize(12);
        for (int index = 0; index < records.size(); index++) {
            NamedCsvRecord record = records.get(index);
            rows.get(index).properties().forEach(field -> {
                if (!field.getValue().isArray()) {
                    String text =
                            field.getValue().isNull() ? "" : field.getValue().asText();
                    assertThat(record.getField(field.getKey()))
                            .as(field.getKey())
                            .isEqualTo(text);
                }
            });
        }
    }

    @Test
    void takesAwayWhatASpreadsheetWouldRun() {
        desk.write(Samples.pool(Samples.WETH_USDC, "=HYPERLINK(1)", 18, "USDC", 6));
        Eventually.holds(() -> desk.get("/api/v1/positions?limit=10").body().contains("HYPERLINK"));

        assertThat(desk.get("/api/v1/positions?format=csv").body()).contains(",'=HYPERLINK(1),");
    }

    @Test
    void showsOneWithItsRecordAndHistory() throws JsonProcessingException {
        PositionRisk later = Samples.position(Samples.WETH_USDC, 2, 250);
        later.setEventTime(Samples.TIME.plusSeconds(60));
        desk.write(later);
        String id = Samples.WETH_USDC + "/nft:2";
        Eventually.holds(() -> desk.get("/api/v1/position-history/" + id).body().contains("250"));

        assertThat(json(desk.get("/api/v1/positions/" + id))
                        .at("/record/log_index")
                        .asInt())
                .isEqualTo(1);
        JsonNode history = json(desk.get("/api/v1/position-history/" + id));
        assertThat(history.get("value_usd")).hasSize(2);
        assertThat(history.get("value_usd").get(1).asDouble()).isEqualTo(250.0);
    }

    @Test
    void forgetsWhatHasBeenTakenBack() {
        desk.write(Topic.POSITION_RISK, Samples.WETH_USDC + "/nft:2", (byte[]) null);
        desk.awaitTotal(POSITIONS - 1);

        assertThat(desk.get("/api/v1/positions/" + Samples.WETH_USDC + "/nft:2").statusCode())
                .isEqualTo(404);
    }

    @Test
    void readsOn_afterWhatItCannotRead() throws JsonProcessingException {
        desk.write(Topic.POSITION_RISK, "garbled", new byte[] {9, 9, 9});
        desk.write(Samples.position(Samples.WETH_USDC, 999, 5));
        desk.awaitTotal(POSITIONS + 1);

        JsonNode topics = json(desk.get("/api/v1/pipeline")).get("topics");
        assertThat(topics).anySatisfy(topic -> {
            assertThat(topic.get("topic").asText()).isEqualTo(Samples.TOPIC);
            assertThat(topic.get("undecodable").asInt()).isEqualTo(1);
            assertThat(topic.get("last_problem").asText()).contains("ballast.position-risk-0@25");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/positions?sort=beauty",
                "/api/v1/positions?limit=0",
                "/api/v1/positions?limit=many",
                "/api/v1/positions?q=value_usd%3Elots",
                "/api/v1/positions?cursor=bm9uZQ",
                "/api/v1/positions?format=xml",
                "/api/v1/position-groups?by=colour",
                "/api/v1/stream?channels=gossip"
            })
    void saysWhatIsWrongWithAQuestion(String path) throws JsonProcessingException {
        HttpResponse<String> answer = desk.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).get("detail").asText()).isNotBlank();
    }

    static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
        return new JsonMapper().readTree(answer.body());
    }
}
