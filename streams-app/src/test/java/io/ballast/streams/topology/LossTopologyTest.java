/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.WindowLoss;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.SmallPool;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One whole unit of liquidity from price 1 on, so that a step from s to t loses (t - s)^2 / s. */
class LossTopologyTest {

    private static final long SOME = 1_000_000_000_000_000_000L;
    private static final String ETH = "coinbase:ETH-USD";

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain);

    @Test
    void shouldPublishLossesOfEveryStepAndOverWindows() {
        define(ETH, "par:USD");
        market("2");
        pool.initialize().mint(ALICE, SOME);
        chain.nextBlock();
        pool.swapTo("1.01", 199, SOME);
        chain.nextBlock();
        pool.swapTo("1", 0, SOME);

        PositionRisk alice = alice(Map.of(PublicationKeys.WINDOWS, "1m,1h"));

        double lvr = 0.01 * 0.01 + 0.01 * 0.01 / 1.01;
        assertThat(alice.getLvr()).isCloseTo(lvr, within(1e-15));
        assertThat(alice.getLvrUsd()).isCloseTo(lvr, within(1e-15));
        // Sold 1 - 1/1.01 of token0 for 0.01 where the market paid 2, and bought it back for as much.
        assertThat(alice.getMarkout()).isCloseTo(0, within(1e-15));
        assertThat(alice.getMarkoutUsd()).isCloseTo(0, within(1e-15));
        assertThat(alice.getWindows())
                .extracting(WindowLoss::getWindowSeconds, WindowLoss::getComplete, WindowLoss::getSince)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(60L, false, Chain.timeOf(100)),
                        org.assertj.core.groups.Tuple.tuple(3600L, false, Chain.timeOf(100)));
        assertThat(alice.getWindows()).allSatisfy(window -> {
            assertThat(window.getIl()).isCloseTo(0, within(1e-15));
            assertThat(window.getLvr()).isCloseTo(lvr, within(1e-15));
            assertThat(window.getLvrUsd()).isCloseTo(lvr, within(1e-15));
        });
    }

    @Test
    void shouldLetWindowsPassByWhatIsOlder() {
        define(ETH, "par:USD");
        pool.initialize().mint(ALICE, SOME);
        chain.nextBlock();
        pool.swapTo("1.01", 199, SOME);
        chain.skipTo(100 + 20);
        pool.swapTo("1.02", 396, SOME);

        PositionRisk alice = alice(Map.of(PublicationKeys.WINDOWS, "1m"));

        WindowLoss minute = alice.getWindows().get(0);
        assertThat(minute.getComplete()).isTrue();
        assertThat(minute.getLvr()).isCloseTo(0.01 * 0.01 / 1.01, within(1e-15));
        assertThat(minute.getIl()).isCloseTo(-0.01 * 0.01 / 1.01, within(1e-15));
        assertThat(alice.getLvr()).isCloseTo(0.01 * 0.01 + 0.01 * 0.01 / 1.01, within(1e-15));
    }

    @Test
    void shouldSayNothingWhereAPriceWasMissing() {
        define(null, ETH);
        pool.initialize().mint(ALICE, SOME);
        chain.nextBlock();
        pool.swapTo("1.01", 199, SOME);

        PositionRisk alice = alice(Map.of());

        assertThat(alice.getLvr()).isCloseTo(1e-4, within(1e-15));
        assertThat(alice.getLvrUsd()).isNull();
        assertThat(alice.getMarkout()).isNull();
        assertThat(alice.getMarkoutUsd()).isNull();
        assertThat(alice.getWindows()).hasSize(4).allMatch(window -> window.getLvrUsd() == null);
    }

    @Test
    void shouldApplyARecordAgainWithThePricesOfItsArrival() {
        define(null, ETH);
        market("2000");
        pool.initialize().mint(ALICE, SOME);
        chain.nextBlock();
        int late = chain.size();
        pool.swapTo("1.01", 199, SOME);
        pool.swapTo("1.02", 396, SOME);
        market("3000");
        List<TestRecord> records = chain.records();

        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(records.subList(0, late));
            books.feed(records.get(late + 1));
            books.reinitialise();
            books.feed(records.get(late + 2));
            books.feed(records.get(late));

            PositionRisk alice = books.risk().get(SmallPool.position(ALICE));
            double early = 0.01 * 0.01;
            double later = 0.01 * 0.01 / 1.01;
            assertThat(alice.getLvr()).isCloseTo(early + later, within(1e-15));
            assertThat(alice.getLvrUsd()).isCloseTo(3000 * early + 2000 * later, within(1e-11));
        }
    }

    private void define(String source0, String source1) {
        pool.define(definition ->
                definition.setTokens(List.of(Chain.token("0xa0", 18, source0), Chain.token("0xa1", 18, source1))));
    }

    private void market(String price) {
        chain.tick(ETH, PriceTickKind.TRADE, tick -> tick.setPrice(Double.parseDouble(price)));
    }

    private PositionRisk alice(Map<String, String> settings) {
        try (BookDriver books = BookDriver.open(folder, settings)) {
            return books.feed(chain.records()).risk().get(SmallPool.position(ALICE));
        }
    }
}
