/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.files.InputException;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.HedgeEvent;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HedgeFilesTest {

    private static final String PERPETUAL = "{\"instrument_id\": \"binance:ETHUSDC\", \"kind\": \"LINEAR_PERPETUAL\","
            + " \"base\": \"ETH\", \"quote\": \"USDC\", \"settlement\": \"USDC\", \"multiplier\": 1, \"lot\": \"0.001\","
            + " \"event_time\": \"2026-01-01T00:00:00Z\"}\n";
    private static final String FILL = "{\"portfolio\": \"desk-a/eth\", \"event_id\": \"f1\", \"kind\": \"FILL\","
            + " \"instrument_id\": \"binance:ETHUSDC\", \"contracts\": -12.5, \"price\": 2000,"
            + " \"event_time\": \"2026-01-01T00:00:01Z\"}\n";

    @TempDir
    private Path folder;

    @Test
    void shouldReadInstrumentsBeforeTheirEvents() throws IOException {
        List<OutgoingRecord> records = HedgeFiles.read(
                        Optional.of(file("instruments.jsonl", PERPETUAL)),
                        Optional.empty(),
                        Optional.of(file("events.jsonl", FILL + "\n" + FILL.replace("f1", "f2"))))
                .records();

        assertThat(records)
                .extracting(OutgoingRecord::topic)
                .containsExactly(Topic.HEDGE_INSTRUMENTS, Topic.HEDGE_EVENTS, Topic.HEDGE_EVENTS);
        assertThat(((HedgeEvent) records.get(1).value()).getContracts()).isEqualTo("-12.5");
        assertThat(records.get(1).key()).isEqualTo("desk-a/eth");
    }

    @Test
    void shouldNameFileAndLineOfWhatMakesNoSense() throws IOException {
        Path instruments = file("instruments.jsonl", PERPETUAL);
        Path events = file("events.jsonl", FILL + FILL.replace("-12.5", "0"));

        assertThatThrownBy(() -> HedgeFiles.read(Optional.of(instruments), Optional.empty(), Optional.of(events)))
                .isInstanceOf(InputException.class)
                .hasMessage(events + ":2: contracts of fill f1 must not be zero");
    }

    @Test
    void shouldRefusePoliciesThatWouldBeRefusedLater() throws IOException {
        Path policies = file(
                "policies.jsonl",
                "{\"portfolio\": \"desk-a\", \"event_time\": \"2026-01-01T00:00:00Z\","
                        + " \"limits\": [{\"figure\": \"NET_DETLA\", \"asset\": \"ETH\", \"maximum\": 1}]}\n");

        assertThatThrownBy(() -> HedgeFiles.read(Optional.empty(), Optional.of(policies), Optional.empty()))
                .hasMessageContaining(":1: no limit on a figure NET_DETLA; did you mean NET_DELTA?");
    }

    @Test
    void shouldReadClaims_andRefuseThoseThatWouldBeRefusedLater() throws IOException {
        String loan = "{\"portfolio\": \"desk-a/loan\", \"kind\": \"LOAN_COLLATERAL\", \"ahead_asset\": \"USDC\","
                + " \"ahead_units\": 1000, \"liquidation_threshold\": 0.8, \"event_time\": \"2026-01-01T00:00:00Z\"}\n";
        Path claims = file("claims.jsonl", loan);
        HedgeFiles none = HedgeFiles.read(Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(none.withClaims(Optional.of(claims)).records())
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.topic()).isEqualTo(Topic.CLAIMS);
                    assertThat(record.key()).isEqualTo("desk-a/loan");
                });
        Path wrong = file("wrong.jsonl", loan.replace("0.8", "1.8"));
        assertThatThrownBy(() -> none.withClaims(Optional.of(wrong)))
                .hasMessageContaining("wrong.jsonl:1: liquidation threshold 1.8 must be above 0");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
