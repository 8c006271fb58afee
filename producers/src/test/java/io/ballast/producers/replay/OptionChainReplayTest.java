/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.SharedData;
import io.ballast.producers.files.InputException;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.OptionSettlement;
import io.ballast.schema.QuotedOption;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionChainReplayTest {

    private static final String HEADER =
            ",bid_price,ask_price,mark_price,underlying_price,estimated_delivery_price,creation_timestamp,base_currency,"
                    + "instrument_name,expire_date,strike_price,option_type";

    @TempDir
    Path folder;

    @Test
    void aLineIsAQuote() throws IOException {
        Replayed replayed = replay(
                "0,0.03,0.031,0.0305,2269.04,2222.19,1704712781414,ETH,ETH-23FEB24-2800-C,23FEB24,2800,C",
                "1,,,0.15,2226.35,,1704712781500,ETH,ETH-9FEB24-2550-P,9FEB24,2550,P");

        List<QuotedOption> quotes = replayed.sink().values(Topic.OPTION_QUOTES, QuotedOption.class);
        assertThat(quotes).hasSize(2);
        QuotedOption call = quotes.get(0);
        assertThat(call.getInstrumentId()).isEqualTo("deribit:ETH-23FEB24-2800-C");
        assertThat(call.getUnderlying()).isEqualTo("ETH");
        assertThat(call.getRight()).isEqualTo(CallOrPut.CALL);
        assertThat(call.getSettlement()).isEqualTo(OptionSettlement.COIN);
        assertThat(call.getExpiry()).isEqualTo(Instant.parse("2024-02-23T08:00:00Z"));
        assertThat(call.getEventTime()).isEqualTo(Instant.parse("2024-01-08T11:19:41.414Z"));
        assertThat(List.of(call.getStrike(), call.getBidPrice(), call.getAskPrice(), call.getMarkPrice()))
                .containsExactly(2800.0, 0.03, 0.031, 0.0305);
        assertThat(List.of(call.getUnderlyingPrice(), call.getIndexPrice())).containsExactly(2269.04, 2222.19);
        assertThat(call.getAskSize()).isNull();
        assertThat(quotes.get(1).getBidPrice()).isNull();
        assertThat(quotes.get(1).getIndexPrice()).isNull();
        assertThat(quotes.get(1).getRight()).isEqualTo(CallOrPut.PUT);
        assertThat(replayed.sink().blocks().get(0).records().get(0).key()).isEqualTo("ETH");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0,x,0.031,0.0305,2269.04,2222.19,1704712781414,ETH,A,23FEB24,2800,C; bid_price is [x]",
                "0,,0.031,0.0305,2269.04,2222.19,1704712781414,ETH,A,23FEB24,,C; strike_price is empty",
                "0,,0.031,0.0305,2269.04,2222.19,1704712781414,ETH,A,2024-02-23,2800,C; expire_date is [2024-02-23]",
                "0,,0.031,0.0305,2269.04,2222.19,now,ETH,A,23FEB24,2800,C; creation_timestamp is [now]",
                "0,,0.031,0.0305,2269.04,2222.19,1704712781414,ETH,A,23FEB24,2800,X; option_type is [X]",
                "0,1; the line has 2 values for 12 columns"
            })
    void aLineThatCannotBeReadIsADeadLetter(String line, String reason) throws IOException {
        Replayed replayed =
                replay(line, "0,0.03,0.031,0.0305,2269.04,2222.19,1704712781414,ETH,ETH-23FEB24-2800-C,23FEB24,2800,C");

        assertThat(replayed.sink().values(Topic.DEAD_LETTERS, DeadLetter.class))
                .singleElement()
                .satisfies(letter -> assertThat(letter.getReason()).contains(reason));
        assertThat(replayed.sink().values(Topic.OPTION_QUOTES, QuotedOption.class))
                .hasSize(1);
    }

    @Test
    void whereThereAreNoQuotesThereAreNoBlocks() throws IOException {
        assertThat(replay().summary().blocks()).isZero();
    }

    @Test
    void saysWhichColumnIsMissing() throws IOException {
        Path file = Files.writeString(folder.resolve("chain.csv"), "strike_price\n1\n");

        assertThatThrownBy(() -> Replayed.of(new OptionChainOptions(List.of(file))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("creation_timestamp is missing");
    }

    @Test
    void readsARecordedChainToItsEnd() {
        Path file = SharedData.path("options/deribit_eth_book_summary_2024-01-08.csv");

        Replayed replayed = Replayed.of(new OptionChainOptions(List.of(file)));

        assertThat(replayed.summary().deadLetters()).isZero();
        assertThat(replayed.sink().values(Topic.OPTION_QUOTES, QuotedOption.class))
                .hasSize(684)
                .allSatisfy(quote -> assertThat(quote.getUnderlyingPrice()).isPositive());
    }

    private Replayed replay(String... rows) throws IOException {
        Path file = Files.writeString(folder.resolve("chain.csv"), HEADER + "\n" + String.join("\n", rows) + "\n");
        return Replayed.of(new OptionChainOptions(List.of(file)));
    }
}
