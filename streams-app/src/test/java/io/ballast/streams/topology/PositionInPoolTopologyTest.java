/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static io.ballast.streams.testkit.SmallPool.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.ExitCost;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PositionRisk;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.SmallPool;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pool at 1 with a fee of 0.3 % and two positions from tick -600 to 600, one three times as large as the other. */
class PositionInPoolTopologyTest {

    private static final long SOME = 1_000_000_000_000_000_000L;
    private static final double FEE = 0.003;

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain);
    private BookDriver books;

    @BeforeEach
    void start() {
        books = BookDriver.open(folder);
        pool.define().initialize().mint(ALICE, SOME).mint(BOB, 3 * SOME);
        // Said anew, now that the other is there.
        pool.mint(ALICE, 1);
    }

    @AfterEach
    void stop() {
        books.close();
    }

    @Test
    void shouldTellThePartOfThePool() {
        assertThat(risk(ALICE).getPoolShare()).isCloseTo(0.25, within(1e-12));
        assertThat(risk(BOB).getPoolShare()).isCloseTo(0.75, within(1e-12));

        chain.nextBlock();
        pool.swapTo("1.05", 975, 0);
        assertThat(risk(ALICE).getPoolShare()).isNull();
    }

    @Test
    void shouldHaveNoPartOutOfItsRange() {
        pool.slot(BOB, PositionEventKind.MINT, SOME, event -> event.setTickLower(600)
                .setTickUpper(1200));
        feedNew();

        assertThat(books.risk().get(SmallPool.ID + "/" + BOB + ":600:1200").getPoolShare())
                .isZero();
    }

    @Test
    void shouldTellWhatLeavingCostsByWhatIsLeftOfThePool() {
        List<ExitCost> exits = risk(ALICE).getExitCosts();
        assertThat(exits).extracting(ExitCost::getPart).containsExactly(0.1, 0.5, 1.0);

        // Alone in its range the rest has 3 of 4 parts of the liquidity; the sale of x moves 1/s by x/L.
        double held = 1 - 1 / Math.pow(1.0001, 300);
        double s = 1 / (1 + held * (1 - FEE) / 3);
        double cost = held - 3 * (1 - s);
        ExitCost all = exits.get(2);
        assertThat(all.getToToken1()).isCloseTo(cost, within(1e-9));
        assertThat(all.getToToken1Fraction()).isCloseTo(cost / (2 * held), within(1e-7));
        assertThat(all.getToToken0()).isCloseTo(cost, within(1e-9));
        assertThat(exits.get(0).getToToken1Fraction()).isLessThan(exits.get(1).getToToken1Fraction());
    }

    @Test
    void shouldSayWhenTheRestCannotTakeIt() {
        ExitCost all = risk(BOB).getExitCosts().get(2);

        assertThat(all.getToToken1()).isNull();
        assertThat(risk(BOB).getExitCosts().get(0).getToToken1()).isPositive();
    }

    private PositionRisk risk(String owner) {
        feedNew();
        return books.risk().get(SmallPool.position(owner));
    }

    private void feedNew() {
        books.feed(chain.newRecords());
    }
}
