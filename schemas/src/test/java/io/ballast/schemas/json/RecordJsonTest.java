/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.DeadLetterStage;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RangeState;
import io.ballast.schema.ReferencePrice;
import io.ballast.schema.RiskReason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    private static final Instant NOON = Instant.parse("2021-05-05T12:00:00Z");

    @Test
    void optionalFieldsArePlainValuesOrNull() {
        ObjectNode json = RecordJson.of(risk());

        assertThat(json.get("token_id").textValue()).isEqualTo("42");
        assertThat(json.get("tick_lower").intValue()).isEqualTo(-60);
        assertThat(json.get("owner").isNull()).isTrue();
        assertThat(json.has("owner")).isTrue();
    }

    @Test
    void rawIntegersStayStringsToTheLastDigit() {
        assertThat(RecordJson.of(risk()).get("liquidity_raw").textValue())
                .isEqualTo("340282366920938463463374607431768211455");
    }

    @Test
    void timestampsAreInstantsAndEnumsAreStrings() {
        ObjectNode json = RecordJson.of(risk());

        assertThat(json.get("event_time").textValue()).isEqualTo("2021-05-05T12:00:00Z");
        assertThat(json.get("kind").textValue()).isEqualTo("NFT");
        assertThat(json.get("flags").toString()).isEqualTo("[\"PRICE_UNKNOWN\",\"FEES_INCOMPLETE\"]");
    }

    @Test
    void bytesAreBase64AndLeftUnread() {
        ByteBuffer bytes = ByteBuffer.wrap("{broken".getBytes(StandardCharsets.UTF_8));
        DeadLetter letter = DeadLetter.newBuilder()
                .setStage(DeadLetterStage.SOURCE)
                .setReason("line 3: no JSON")
                .setSourceValue(bytes)
                .build();

        assertThat(RecordJson.of(letter).get("source_value").textValue()).isEqualTo("e2Jyb2tlbg==");
        assertThat(bytes.remaining()).isEqualTo(7);
    }

    @Test
    void nestedRecordsAreObjects() {
        PoolDefinition pool = PoolDefinition.newBuilder()
                .setPoolId("uniswap-v3:1:0x01")
                .setKind(PoolKind.CONCENTRATED)
                .setVenue("uniswap-v3")
                .setChainId(1)
                .setAddress("0x01")
                .setTokens(List.of(
                        PoolToken.newBuilder().setAddress("0x02").setDecimals(6).build()))
                .setBlockNumber(1)
                .setLogIndex(0)
                .setEventTime(NOON)
                .build();

        assertThat(RecordJson.of(pool).get("tokens").toString())
                .isEqualTo("[{\"address\":\"0x02\",\"symbol\":null,\"decimals\":6,\"price_source\":null,"
                        + "\"weight_e18_raw\":null,\"rate_e18_raw\":null}]");
    }

    @Test
    void aLineIsValidJsonInTheSchemasOrder() throws Exception {
        ReferencePrice price = price("coinbase:\"ETH\"", 1e-18, NOON, false);

        String line = RecordJson.line(price);

        assertThat(line)
                .doesNotContain("\n")
                .startsWith("{\"instrument_id\":\"coinbase:\\\"ETH\\\"\",\"price\":1.0E-18,");
        assertThat(new ObjectMapper().readTree(line).get("price").doubleValue()).isEqualTo(1e-18);
    }

    @Test
    void whatIsNoNumberIsAString() {
        assertThat(RecordJson.of(price("x", Double.NaN, NOON, false))
                        .get("price")
                        .textValue())
                .isEqualTo("NaN");
    }

    @Test
    void aGenericRecordLooksTheSame() {
        ReferencePrice price = price("x", 2.5, NOON.plusNanos(1_000), true);
        GenericRecord generic = new GenericRecordBuilder(ReferencePrice.getClassSchema())
                .set("instrument_id", "x")
                .set("price", 2.5)
                .set("event_time", NOON.getEpochSecond() * 1_000_000 + 1)
                .set("simulated", true)
                .build();

        assertThat(RecordJson.of(generic)).isEqualTo(RecordJson.of(price));
    }

    private static ReferencePrice price(String instrumentId, double price, Instant time, boolean simulated) {
        return ReferencePrice.newBuilder()
                .setInstrumentId(instrumentId)
                .setPrice(price)
                .setEventTime(time)
                .setSimulated(simulated)
                .build();
    }

    private static PositionRisk risk() {
        return PositionRisk.newBuilder()
                .setPositionId("uniswap-v3:1:0x01/nft:42")
                .setPoolId("uniswap-v3:1:0x01")
                .setKind(PositionKind.NFT)
                .setTokenId("42")
                .setTickLower(-60)
                .setTickUpper(60)
                .setLiquidityRaw("340282366920938463463374607431768211455")
                .setRangeState(RangeState.UNKNOWN)
                .setBlockNumber(1)
                .setLogIndex(0)
                .setEventTime(NOON)
                .setReason(RiskReason.EVENT)
                .setFlags(List.of(QualityFlag.PRICE_UNKNOWN, QualityFlag.FEES_INCOMPLETE))
                .build();
    }
}
