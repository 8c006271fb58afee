/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static io.ballast.streams.testkit.SmallPool.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.DeadLetter;
import io.ballast.schema.DeadLetterStage;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.HistoryKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.SmallPool;
import io.ballast.streams.testkit.TestRecord;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever makes no sense becomes one dead letter that says what and where, and the rest goes on. */
@Tag("fault")
class UnusableRecordsTopologyTest {

    private static final long SOME = 1_000_000_000L;
    /** The test driver loses what an exception handler writes into a transaction, so here is none. */
    private static final Map<String, String> SETTINGS =
            Map.of(HistoryKeys.PENDING_RECORDS, "3", BallastKeys.PROFILE, BallastKeys.LATENCY);

    @TempDir
    private Path folder;

    private BookDriver books;
    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain);
    private int fed;

    @BeforeEach
    void start() {
        books = BookDriver.open(folder, SETTINGS);
        pool.define().initialize().mint(ALICE, SOME);
        feedNew();
    }

    @AfterEach
    void stop() {
        books.close();
    }

    @Test
    void shouldReportBytesThatAreNoAvro() {
        byte[] poison = {1, 2, 3, 4, 5, 6};
        books.feedRaw(Topic.POSITION_EVENTS, SmallPool.ID, poison, 1_700_000_000_000L);
        assertGoesOn();

        DeadLetter letter = onlyDeadLetter();
        assertThat(letter.getStage()).isEqualTo(DeadLetterStage.DESERIALIZATION);
        assertThat(letter.getReason()).contains("magic byte 0x01");
        assertThat(letter.getSourceTopic()).isEqualTo("ballast.position-events");
        assertThat(letter.getSourceOffset()).isEqualTo(1);
        assertThat(letter.getErrorClass()).endsWith("SerializationException");
        assertThat(letter.getSourceKey()).isEqualTo(bytes(SmallPool.ID.getBytes(StandardCharsets.UTF_8)));
        assertThat(letter.getSourceValue()).isEqualTo(bytes(poison));
    }

    @Test
    void shouldReportAnUnknownSchema() {
        books.feedRaw(Topic.PRICE_TICKS, SmallPool.ID, new byte[] {0, 0, 0, 39, 15, 1}, 1_700_000_000_000L);
        assertGoesOn();

        DeadLetter letter = onlyDeadLetter();
        assertThat(letter.getStage()).isEqualTo(DeadLetterStage.DESERIALIZATION);
        assertThat(letter.getReason()).contains("Unknown schema id 9999");
    }

    @Test
    void shouldReportAMintWithoutARange() {
        pool.slot(ALICE, PositionEventKind.MINT, SOME, event -> event.setTickLower(600)
                .setTickUpper(600));

        assertRefused("tickLower 600 must be below tickUpper 600");
    }

    @Test
    void shouldReportABurnOfMoreThanThereIsOnceItsRecordsHadTimeToCome() {
        pool.burn(ALICE, SOME + 1);
        feedNew();
        assertThat(books.deadLetters()).isEmpty();
        assertThat(books.counters().unsettled()).isEqualTo(1);

        books.advance(Duration.ofSeconds(2));

        DeadLetter letter = onlyDeadLetter();
        assertThat(letter.getStage()).isEqualTo(DeadLetterStage.BOOK);
        assertThat(letter.getReason()).contains("burn of liquidity 1000000001").contains("1000000000");
        assertThat(letter.getPoolId()).isEqualTo(SmallPool.ID);
        assertThat(letter.getBlockNumber()).isEqualTo(100);
        assertThat(letter.getLogIndex()).isEqualTo(3);
        assertThat(letter.getSourceOffset()).isEqualTo(1);
        assertThat(letter.getSourceValue()).isEqualTo(bytes(books.bytes(lastRecord())));
        assertThat(books.counters().unsettled()).isZero();
        assertGoesOn();
    }

    @Test
    void shouldAcceptABurnWhoseMintCameLater() {
        pool.mint(BOB, SOME).burn(BOB, SOME);
        List<TestRecord> records = chain.records();
        books.feed(records.get(records.size() - 1));
        books.feed(records.get(records.size() - 2));
        fed = records.size();
        books.advance(Duration.ofSeconds(2));

        assertThat(books.deadLetters()).isEmpty();
        assertThat(books.risk().get(SmallPool.position(BOB)).getLiquidityRaw()).isEqualTo("0");
    }

    @Test
    void shouldReportWhatIsTakenBackTooLate() {
        try (BookDriver forgetful = BookDriver.open(folder, Map.of(HistoryKeys.HISTORY_RECORDS, "0"))) {
            chain.nextBlock();
            pool.tick(SOME);
            TestRecord orphan = lastRecord();
            chain.skipTo(chain.block() + 64);
            pool.tick(SOME);
            forgetful.feed(chain.records());

            forgetful.feed(orphan.removed());

            assertThat(forgetful.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.getReason())
                    .contains("older than the history", "still hold what was taken back"));
        }
    }

    @Test
    void shouldReportLiquidityThatOverflows() {
        String tooMuch = BigInteger.ONE.shiftLeft(128).toString();
        pool.slot(ALICE, PositionEventKind.MINT, SOME, event -> event.setLiquidityRaw(tooMuch));

        assertRefused("liquidity_raw " + tooMuch + " overflows uint128");
    }

    @Test
    void shouldReportATickThatOverflows() {
        String most = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE).toString();
        pool.slot(ALICE, PositionEventKind.MINT, SOME, event -> event.setLiquidityRaw(most));

        assertRefused("more than a tick may have");
    }

    @Test
    void shouldReportAMissingField() {
        pool.slot(ALICE, PositionEventKind.MINT, SOME, event -> event.setTickLower(null));

        assertRefused("tick_lower is missing");
    }

    @Test
    void shouldReportANumberThatIsNone() {
        pool.slot(ALICE, PositionEventKind.MINT, SOME, event -> event.setAmount0Raw("-5"));

        assertRefused("amount0_raw -5 is not a decimal integer of 0 or more");
    }

    @Test
    void shouldReportAKeyThatIsNotThePools() {
        pool.mint(BOB, SOME);
        TestRecord record = lastRecord();
        books.feedRaw(record.topic(), "uniswap-v3:1:0xelse", books.bytes(record), record.timestampMs());
        fed = chain.size();

        assertThat(onlyDeadLetter().getReason()).contains("key uniswap-v3:1:0xelse is not its pool_id " + SmallPool.ID);
        assertGoesOn();
    }

    @Test
    void shouldReportAnEventWithoutAValue() {
        books.feedRaw(Topic.POOL_EVENTS, SmallPool.ID, null, 1_700_000_000_000L);

        assertThat(onlyDeadLetter().getReason()).contains("without a value");
        assertGoesOn();
    }

    @Test
    void shouldReportAnEventThatTheCurveDoesNotKnow() {
        chain.tick(SmallPool.ID, PriceTickKind.SYNC, tick -> tick.setReserve0Raw("1")
                .setReserve1Raw("1"));

        assertRefused("a concentrated pool knows no Sync");
    }

    @Test
    void shouldReportARecordOfTheFuture() {
        pool.slot(
                ALICE,
                PositionEventKind.MINT,
                SOME,
                event -> event.setEventTime(Instant.parse("2031-01-01T00:00:00Z")));

        assertRefused("event_time 2031-01-01T00:00:00Z is");
    }

    @Test
    void shouldReportRecordsOfAPoolThatNobodyDefinesWhenTheyAreTooMany() {
        for (int i = 0; i < 4; i++) {
            chain.pool("uniswap-v3:1:0xunknown", PoolEventKind.SET_FEE_PROTOCOL, event -> event.setFeeProtocol0(4)
                    .setFeeProtocol1(4));
        }
        List<TestRecord> records = chain.records();
        books.feed(records.subList(fed, records.size() - 1));
        assertThat(books.deadLetters()).isEmpty();
        assertThat(books.counters().pending()).isEqualTo(3);

        books.feed(lastRecord());
        fed = records.size();

        assertThat(books.deadLetters()).hasSize(4).allSatisfy(letter -> assertThat(letter.getReason())
                .isEqualTo("no definition of pool uniswap-v3:1:0xunknown"));
        assertThat(books.counters().pending()).isZero();
    }

    @Test
    void shouldReportRecordsOfAPoolThatNobodyDefinedInTime() {
        chain.pool("uniswap-v3:1:0xunknown", PoolEventKind.SET_FEE_PROTOCOL, event -> event.setFeeProtocol0(4)
                .setFeeProtocol1(4));
        chain.skipTo(chain.block() + 60);
        pool.mint(BOB, SOME);
        feedNew();

        assertThat(onlyDeadLetter().getReason()).isEqualTo("no definition of pool uniswap-v3:1:0xunknown");
    }

    @Test
    void shouldReportPoolsOfCurvesWithoutABookAndAllTheirRecords() {
        String odd = "odd:1:0x00000000000000000000000000000000000000e1";
        chain.tick(odd, PriceTickKind.SYNC, tick -> tick.setReserve0Raw("1").setReserve1Raw("1"));
        chain.define(
                odd, PoolKind.UNKNOWN, List.of(Chain.token("0xa0", 18, null), Chain.token("0xa1", 18, null)), null);
        chain.tick(odd, PriceTickKind.SYNC, tick -> tick.setReserve0Raw("2").setReserve1Raw("2"));
        feedNew();

        assertThat(books.deadLetters()).hasSize(3).allSatisfy(letter -> assertThat(letter.getReason())
                .contains("kind UNKNOWN")
                .contains("no book for that curve yet"));
        assertGoesOn();
    }

    @Test
    void shouldReportADefinitionThatLacksWhatItsKindNeeds() {
        String other = "uniswap-v3:1:0x00000000000000000000000000000000000000e3";
        chain.define(
                other,
                PoolKind.CONCENTRATED,
                List.of(Chain.token("0xa0", 18, null), Chain.token("0xa1", 18, null)),
                null);

        assertRefused("tick_spacing is missing");
    }

    @Test
    void shouldReportARivalBlockThatIsNeverRetracted() {
        chain.skipTo(100);
        chain.fork("b");
        chain.skipTo(100);
        pool.mint(BOB, SOME);
        feedNew();
        assertThat(books.counters().pending()).isEqualTo(1);
        assertThat(books.deadLetters()).isEmpty();

        books.advance(Duration.ofSeconds(11));

        assertThat(onlyDeadLetter().getReason()).contains("another block with this number");
        assertThat(books.counters().pending()).isZero();
    }

    @Test
    void shouldReportMarketPricesThatMakeNoSense() {
        chain.tick("coinbase:ETH-USD", PriceTickKind.QUOTE, tick -> tick.setBid(2001.0)
                .setAsk(2000.0));

        assertRefused("bid 2001.0 is above ask 2000.0");
    }

    private void assertRefused(String reason) {
        feedNew();
        books.advance(Duration.ofSeconds(2));
        DeadLetter letter = onlyDeadLetter();
        assertThat(letter.getStage()).isEqualTo(DeadLetterStage.BOOK);
        assertThat(letter.getReason()).contains(reason);
        assertThat(letter.getSourceValue()).isEqualTo(bytes(books.bytes(lastRecord())));
        assertGoesOn();
    }

    private DeadLetter onlyDeadLetter() {
        assertThat(books.deadLetters()).hasSize(1);
        return books.deadLetters().get(0);
    }

    private void assertGoesOn() {
        chain.nextBlock();
        pool.mint(BOB, 7 * SOME);
        feedNew();
        assertThat(books.risk().get(SmallPool.position(BOB)).getLiquidityRaw()).isEqualTo(Long.toString(7 * SOME));
        assertThat(books.risk().get(SmallPool.position(ALICE)).getLiquidityRaw())
                .isEqualTo(Long.toString(SOME));
    }

    private void feedNew() {
        books.feed(chain.records().subList(fed, chain.size()));
        fed = chain.size();
    }

    private TestRecord lastRecord() {
        return chain.records().get(chain.size() - 1);
    }

    private static ByteBuffer bytes(byte[] bytes) {
        return ByteBuffer.wrap(bytes);
    }
}
