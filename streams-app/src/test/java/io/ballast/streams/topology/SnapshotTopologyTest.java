/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static io.ballast.streams.testkit.SmallPool.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.RangeState;
import io.ballast.schema.RiskReason;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.SmallPool;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTopologyTest {

    private static final long SOME = 1_000_000_000L;

    @TempDir
    private Path folder;

    private BookDriver books;
    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain);

    @BeforeEach
    void start() {
        books = BookDriver.open(folder);
        pool.define().initialize().mint(ALICE, SOME).mint(BOB, SOME);
    }

    @AfterEach
    void stop() {
        books.close();
    }

    @Test
    void shouldPublishEveryPositionTheClosedOnesToo() {
        pool.burn(BOB, SOME).slot(BOB, PositionEventKind.COLLECT, 0, event -> event.setAmount0Raw("29553010")
                .setAmount1Raw("29553010"));
        chain.snapshot(SmallPool.ID, "close of business");
        books.feed(chain.records());

        List<PositionRisk> snapshot = snapshots();
        assertThat(snapshot).hasSize(2).allSatisfy(risk -> {
            assertThat(risk.getSnapshotLabel()).isEqualTo("close of business");
            assertThat(risk.getBlockNumber()).isEqualTo(100);
            assertThat(risk.getLogIndex()).isEqualTo(Chain.END_OF_BLOCK);
        });
        assertThat(books.risk().get(SmallPool.position(BOB)).getRangeState()).isEqualTo(RangeState.CLOSED);
    }

    @Test
    void shouldTakeInWhatBelongsToItsBlockThoughItComesAfterIt() {
        chain.snapshot(SmallPool.ID, "end");
        pool.mint(ALICE, SOME);
        books.feed(chain.records());

        PositionRisk alice = books.risk().get(SmallPool.position(ALICE));
        assertThat(alice.getReason()).isEqualTo(RiskReason.SNAPSHOT);
        assertThat(alice.getLiquidityRaw()).isEqualTo(Long.toString(2 * SOME));
    }

    @Test
    void shouldBeOfItsBlockThoughLaterBlocksAreKnown() {
        chain.nextBlock();
        pool.mint(ALICE, SOME);
        books.feed(chain.records());
        Chain request = new Chain("a", 100);
        request.snapshot(SmallPool.ID, "yesterday");
        books.feed(request.records());

        assertThat(snapshots()).anySatisfy(risk -> {
            assertThat(risk.getPositionId()).isEqualTo(SmallPool.position(BOB));
            assertThat(risk.getBlockNumber()).isEqualTo(100);
        });
        PositionRisk alice = books.risk().get(SmallPool.position(ALICE));
        assertThat(alice.getBlockNumber()).isEqualTo(101);
        assertThat(alice.getLiquidityRaw()).isEqualTo(Long.toString(2 * SOME));
    }

    private List<PositionRisk> snapshots() {
        return books.published().stream()
                .map(TestRecord::value)
                .filter(risk -> risk.getReason() == RiskReason.SNAPSHOT)
                .toList();
    }
}
