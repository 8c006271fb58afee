/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static io.ballast.streams.testkit.SmallPool.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.PositionRisk;
import io.ballast.schema.RangeState;
import io.ballast.schema.RiskReason;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.SmallPool;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTopologyTest {

    private static final long SOME = 1_000_000_000_000L;
    private static final double TOLERANCE = 0.01;
    private static final Duration HEARTBEAT = Duration.ofMinutes(3);
    private static final Map<String, String> COARSE = Map.of(
            PublicationKeys.TOLERANCE_VALUE, "" + TOLERANCE,
            PublicationKeys.TOLERANCE_IL, "" + TOLERANCE,
            PublicationKeys.TOLERANCE_DELTA, "" + TOLERANCE,
            PublicationKeys.TOLERANCE_FEES, "" + TOLERANCE,
            PublicationKeys.HEARTBEAT_MS, "" + HEARTBEAT.toMillis());

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain).define().initialize();

    @Test
    void shouldKeepEveryFigureWithinToleranceOrNewerThanTheHeartbeat() {
        List<TestRecord> history = Histories.random(20_261, 400);
        try (BookDriver coarse = BookDriver.open(folder, COARSE);
                BookDriver exact = BookDriver.open(folder)) {
            for (TestRecord record : history) {
                coarse.feed(record);
                exact.feed(record);
                Map<String, PositionRisk> truth = exact.risk();
                assertThat(coarse.risk().keySet()).isEqualTo(truth.keySet());
                coarse.risk().forEach((id, said) -> assertKept(said, truth.get(id)));
            }
        }
    }

    @Test
    void shouldLeaveOutWhatIsWithinTolerance() {
        List<TestRecord> history = Histories.random(20_262, 400);
        Map<String, String> noHeartbeat = new HashMap<>(COARSE);
        noHeartbeat.put(PublicationKeys.HEARTBEAT_MS, "0");
        try (BookDriver coarse = BookDriver.open(folder, noHeartbeat);
                BookDriver exact = BookDriver.open(folder)) {
            coarse.feed(history);
            exact.feed(history);
            assertThat(coarse.published().size()).isLessThan(exact.published().size() * 3 / 4);
        }
    }

    /** In this history somebody has taken everything out, earned nothing and not collected yet. */
    @Test
    void shouldSayNothingOfAPositionThatHasNothing_whateverTheTolerance() {
        Map<String, String> noHeartbeat = new HashMap<>(COARSE);
        noHeartbeat.put(PublicationKeys.HEARTBEAT_MS, "0");
        try (BookDriver coarse = BookDriver.open(folder, noHeartbeat)) {
            coarse.feed(Histories.random(40_002, 400));

            assertThat(coarse.published())
                    .filteredOn(
                            record -> record.value() != null && record.value().getReason() == RiskReason.TICK)
                    .noneMatch(record -> record.value().getRangeState() == RangeState.CLOSED);
        }
    }

    @Test
    void shouldSayAgainWhatDidNotMove_whenTheHeartbeatIsOver() {
        pool.mint(ALICE, SOME);
        try (BookDriver books = BookDriver.open(folder, COARSE)) {
            books.feed(chain.records());
            int before = chain.size();
            chain.skipTo(chain.block() + HEARTBEAT.toSeconds() / 12 + 1);
            pool.tick(SOME);

            books.feed(chain.records().subList(before, chain.size()));

            PositionRisk alice = books.risk().get(SmallPool.position(ALICE));
            assertThat(alice.getReason()).isEqualTo(RiskReason.HEARTBEAT);
            assertThat(alice.getEventTime()).isEqualTo(Chain.timeOf(chain.block()));
        }
    }

    @Test
    void shouldPublishNothing_whenATickMovesNothing() {
        pool.mint(ALICE, SOME).mint(BOB, SOME);
        try (BookDriver books = BookDriver.open(folder, COARSE)) {
            books.feed(chain.records());
            int published = books.published().size();
            int before = chain.size();
            chain.nextBlock();
            pool.tick(2 * SOME).tick(2 * SOME);

            books.feed(chain.records().subList(before, chain.size()));

            assertThat(books.published()).hasSize(published);
        }
    }

    @Test
    void shouldPublishInChunks_andTheRestWhileNothingElseComes() {
        int many = 25;
        for (int owner = 0; owner < many; owner++) {
            pool.mint(String.format("0x%040x", 0xabc0 + owner), SOME);
        }
        Map<String, String> chunks = Map.of(PublicationKeys.PUBLISH_CHUNK, "10");
        try (BookDriver books = BookDriver.open(folder, chunks)) {
            books.feed(chain.records());
            books.advance(Duration.ofSeconds(1));
            int published = books.published().size();
            int before = chain.size();
            chain.nextBlock();
            chain.pool(SmallPool.ID, io.ballast.schema.PoolEventKind.FLASH, event -> event.setAmount0Raw("400000000000")
                    .setAmount1Raw("0"));

            books.feed(chain.records().subList(before, chain.size()));

            assertThat(books.published().size() - published).isBetween(8, 10);
            assertThat(books.counters().due()).isEqualTo(1);

            books.advance(Duration.ofSeconds(1));

            assertThat(books.published().size() - published).isEqualTo(many);
            assertThat(books.counters().due()).isZero();
        }
    }

    @Test
    void shouldSayEverythingAnew_whenATaskTakesOver() {
        pool.mint(ALICE, SOME).mint(BOB, SOME);
        try (BookDriver books = BookDriver.open(folder, COARSE)) {
            books.feed(chain.records());
            int published = books.published().size();
            int before = chain.size();
            chain.nextBlock();
            pool.tick(2 * SOME);
            books.reinitialise();

            books.feed(chain.records().subList(before, chain.size()));

            assertThat(books.published().subList(published, books.published().size()))
                    .extracting(record -> record.value().getReason())
                    .containsExactly(RiskReason.HEARTBEAT, RiskReason.HEARTBEAT);
        }
    }

    /** Within tolerance of the truth, or not older than the heartbeat before the newest that is said of it. */
    private static void assertKept(PositionRisk said, PositionRisk truth) {
        assertThat(said.getLiquidityRaw()).isEqualTo(truth.getLiquidityRaw());
        if (truth.getValue() == null || said.getEventTime().equals(truth.getEventTime())) {
            return;
        }
        double value = truth.getValue();
        double room = TOLERANCE * (1 + TOLERANCE) * 1.000001;
        assertThat(said.getValue()).isBetween(value * (1 - room), value * (1 + room));
        if (truth.getIlPct() != null) {
            assertThat(Math.abs(said.getIlPct() - truth.getIlPct())).isLessThanOrEqualTo(TOLERANCE * 1.000001);
        }
        assertThat(Math.abs(said.getDelta0() - truth.getDelta0())).isLessThanOrEqualTo(room * value / truth.getPrice());
        assertThat(Math.abs(said.getFeesValue() - truth.getFeesValue()))
                .isLessThanOrEqualTo(room * (value + truth.getFeesValue()) + 1e-15);
        assertThat(Duration.between(said.getEventTime(), truth.getEventTime()))
                .as("age of %s", said.getPositionId())
                .isLessThan(HEARTBEAT.plusSeconds(1));
    }
}
