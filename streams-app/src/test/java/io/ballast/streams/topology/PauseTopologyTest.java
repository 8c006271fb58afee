/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RiskReason;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.SmallPool;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pool is paused, goes on, and a reorganisation takes that back. */
class PauseTopologyTest {

    private static final long SOME = 1_000_000_000_000_000_000L;
    private static final String MANAGER = "0x0000000000000000000000000000000000000099";
    private static final String POOL = SmallPool.ID.split(":")[2];

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain);
    private BookDriver books;
    private PoolRisk lastOfPool;

    @BeforeEach
    void start() {
        books = BookDriver.open(folder);
        pool.define().initialize().mint(ALICE, SOME);
    }

    @AfterEach
    void stop() {
        books.close();
    }

    @Test
    void shouldFlagEverythingOfAPausedPoolAtOnce() {
        chain.nextBlock();
        pause(null);

        assertThat(position().getFlags()).contains(QualityFlag.PAUSED);
        assertThat(position().getReason()).isEqualTo(RiskReason.EVENT);
        assertThat(lastOfPool.getFlags()).contains(QualityFlag.PAUSED);
        assertThat(lastOfPool.getPausedContracts()).containsExactly(POOL);
        assertThat(lastOfPool.getPausedSince()).isEqualTo(Chain.timeOf(101));
    }

    @Test
    void shouldStayPausedUntilTheLastContractGoesOn() {
        pause(null);
        chain.nextBlock();
        pause(MANAGER);
        chain.nextBlock();
        unpause(null);
        assertThat(position().getFlags()).contains(QualityFlag.PAUSED);

        chain.nextBlock();
        unpause(MANAGER);
        assertThat(position().getFlags()).doesNotContain(QualityFlag.PAUSED);
        assertThat(lastOfPool.getPausedContracts()).isEmpty();
        assertThat(lastOfPool.getPausedSince()).isNull();
    }

    @Test
    void shouldTakeThePauseBackWithItsBlock() {
        int before = chain.size();
        chain.nextBlock();
        pause(null);
        assertThat(position().getFlags()).contains(QualityFlag.PAUSED);

        books.feed(Histories.retractions(chain.records().subList(before, chain.size()), true));
        assertThat(position().getFlags()).doesNotContain(QualityFlag.PAUSED);
    }

    @Test
    void shouldRememberThePauseAfterARevival() {
        pause(null);
        feedNew();
        books.reinitialise();
        chain.nextBlock();
        pool.mint(ALICE, SOME);

        assertThat(position().getFlags()).contains(QualityFlag.PAUSED);
        assertThat(lastOfPool.getPausedSince()).isEqualTo(Chain.timeOf(100));
    }

    private void pause(String contract) {
        chain.pool(SmallPool.ID, PoolEventKind.PAUSE, event -> event.setContract(contract));
    }

    private void unpause(String contract) {
        chain.pool(SmallPool.ID, PoolEventKind.UNPAUSE, event -> event.setContract(contract));
    }

    private PositionRisk position() {
        feedNew();
        return books.risk().get(SmallPool.position(ALICE));
    }

    private void feedNew() {
        books.feed(chain.newRecords());
        List<PoolRisk> published = books.newPoolRisk();
        lastOfPool = published.isEmpty() ? lastOfPool : published.get(published.size() - 1);
    }
}
