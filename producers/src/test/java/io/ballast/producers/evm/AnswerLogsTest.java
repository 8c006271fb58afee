/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PriceFeed;
import io.ballast.producers.pools.SourceContracts;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Chainlink's answers as ticks of a market. */
class AnswerLogsTest {

    private static final String AGGREGATOR = TestBlock.address(0xc11);
    private static final String ANSWER =
            "AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt)";

    private final BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1)
            .with(new SourceContracts(
                    Map.of(), Set.of(), Map.of(AGGREGATOR, new PriceFeed("chainlink:ETH-USD", 8)), Set.of())));

    @Test
    void anAnswerIsAMarkOfTheFeedsInstrument() {
        List<OutgoingRecord> records =
                decoder.decode(answer(AGGREGATOR, "234567890123").build());

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(Topic.PRICE_TICKS);
            assertThat(record.key()).isEqualTo("chainlink:ETH-USD");
            PriceTick tick = (PriceTick) record.value();
            assertThat(tick.getKind()).isEqualTo(PriceTickKind.MARK);
            assertThat(tick.getPrice()).isEqualTo(2345.67890123);
            assertThat(tick.getEventTime()).isEqualTo(Instant.ofEpochSecond(TestBlock.timestampS(5)));
            assertThat(tick.getBlockNumber()).isEqualTo(5);
        });
    }

    @Test
    void anAnswerThatIsNoPriceIsADeadLetter() {
        List<OutgoingRecord> records = decoder.decode(answer(AGGREGATOR, "0").build());

        assertThat(records).singleElement().satisfies(record -> assertThat(((DeadLetter) record.value()).getReason())
                .contains("AnswerUpdated.current 0 is no price"));
    }

    @Test
    void anAggregatorThatNobodyListedIsIgnored() {
        assertThat(decoder.decode(answer(TestBlock.BOB, "234567890123").build()))
                .isEmpty();
        assertThat(decoder.tally().ignored()).containsEntry(IgnoreReason.UNKNOWN_CONTRACT, 1L);
    }

    /** It was observed, whatever becomes of the block. */
    @Test
    void anAnswerIsNotTakenBack() {
        decoder.decode(answer(AGGREGATOR, "234567890123").build());

        assertThat(decoder.decode(answer(AGGREGATOR, "234567890123").removed())).isEmpty();
    }

    private static TestBlock answer(String aggregator, String answer) {
        return TestBlock.number(5).log(aggregator, ANSWER, answer, 7, 1_700_000_000);
    }
}
