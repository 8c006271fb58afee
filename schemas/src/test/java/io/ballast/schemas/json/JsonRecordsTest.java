/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.schema.AssetPolicy;
import io.ballast.schema.BandKind;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.HedgePolicy;
import io.ballast.schema.InstrumentKind;
import io.ballast.schema.OptionRight;
import io.ballast.schema.TargetMode;
import io.ballast.schema.TargetPolicy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRecordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldReadWhatRecordJsonWrites() throws JsonProcessingException {
        HedgePolicy policy = HedgePolicy.newBuilder()
                .setPortfolio("desk-a")
                .setAssets(List.of(AssetPolicy.newBuilder()
                        .setAsset("ETH")
                        .setAliases(List.of("WETH"))
                        .build()))
                .setTargets(List.of(TargetPolicy.newBuilder()
                        .setAsset("ETH")
                        .setMode(TargetMode.MIX)
                        .setTheta(0.25)
                        .setBand(BandKind.FIXED)
                        .setBandCoins(1.0)
                        .build()))
                .setEventTime(Instant.parse("2026-01-31T08:00:00.000001Z"))
                .build();

        assertThat(JsonRecords.read(RecordJson.of(policy), HedgePolicy.class)).isEqualTo(policy);
    }

    @Test
    void shouldTakeDefaultsForWhatIsLeftOut_andNumbersForDecimals() throws JsonProcessingException {
        HedgeInstrument read = JsonRecords.read(
                json(
                        """
                        {"instrument_id": "binance:P", "kind": "LINEAR_PERPETUAL", "base": "ETH", "quote": "USDC",
                         "settlement": "USDC", "multiplier": 1, "lot": 0.001, "event_time": "2026-01-31T08:00:00Z"}"""),
                HedgeInstrument.class);

        assertThat(read.getKind()).isEqualTo(InstrumentKind.LINEAR_PERPETUAL);
        assertThat(read.getLot()).isEqualTo("0.001");
        assertThat(read.getStrike()).isNull();
        assertThat(read.getOptionRight()).isEqualTo(OptionRight.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | instrument_id is missing",
                "[] | the record is [], it must be an object",
                "{'instrumentid': 'x'} | no field instrumentid; there are instrument_id, kind",
                "{'instrument_id': 'a:b', 'kind': 'FUTURE'} | it must be one of UNKNOWN, SPOT",
                "{'instrument_id': true} | instrument_id is true, it must be a text"
            })
    void shouldSayWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> JsonRecords.read(json(text.replace('\'', '"')), HedgeInstrument.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
