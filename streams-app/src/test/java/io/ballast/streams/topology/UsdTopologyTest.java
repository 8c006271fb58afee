/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.QualityFlag;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.SmallPool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsdTopologyTest {

    private static final long SOME = 1_000_000_000_000_000_000L;
    private static final String ETH = "coinbase:ETH-USD";

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain);

    @Test
    void shouldPriceToken1ByItsOwnMarketAsOfTheRecordsTime() {
        define(null, ETH);
        market(PriceTickKind.TRADE, tick -> tick.setPrice(2000.0));
        pool.initialize().mint(ALICE, SOME);
        chain.nextBlock();
        market(PriceTickKind.TRADE, tick -> tick.setPrice(9000.0));

        PositionRisk alice = alice();
        assertThat(alice.getUsdPerToken1()).isEqualTo(2000.0);
        assertThat(alice.getUsdPriceTime()).isEqualTo(Chain.timeOf(100));
        assertThat(alice.getValueUsd()).isCloseTo(alice.getValue() * 2000, within(1e-9));
        assertThat(alice.getHodlValueUsd()).isCloseTo(alice.getHodlValue() * 2000, within(1e-9));
        assertThat(alice.getFlags()).isEmpty();
    }

    @Test
    void shouldPriceToken1ByToken0sMarketAndThePoolsPriceWhereItHasNone() {
        define(ETH, null);
        market(PriceTickKind.QUOTE, tick -> tick.setBid(1990.0).setAsk(2010.0));
        pool.initialize().mint(ALICE, SOME);

        assertThat(alice().getUsdPerToken1()).isEqualTo(2000.0);
    }

    @Test
    void shouldTakeATokenAtParAndSaySo() {
        define(ETH, "par:USD");
        pool.initialize().mint(ALICE, SOME);

        PositionRisk alice = alice();
        assertThat(alice.getUsdPerToken1()).isEqualTo(1.0);
        assertThat(alice.getUsdPriceTime()).isNull();
        assertThat(alice.getFlags()).containsExactly(QualityFlag.USD_AT_PAR);
    }

    @Test
    void shouldFlagAPriceThatIsOld() {
        define(null, ETH);
        market(PriceTickKind.MARK, tick -> tick.setPrice(2000.0));
        chain.skipTo(100 + 26);
        pool.initialize().mint(ALICE, SOME);

        assertThat(alice().getFlags()).containsExactly(QualityFlag.USD_STALE);
    }

    @Test
    void shouldSayNothingInUsdBeforeTheFirstPrice() {
        define(null, ETH);
        pool.initialize().mint(ALICE, SOME);
        chain.nextBlock();
        market(PriceTickKind.TRADE, tick -> tick.setPrice(2000.0));

        PositionRisk alice = alice();
        assertThat(alice.getUsdPerToken1()).isNull();
        assertThat(alice.getValueUsd()).isNull();
        assertThat(alice.getValue()).isNotNull();
    }

    @Test
    void shouldKeepPricesOverARevivalAndNoMoreThanAskedFor() {
        define(null, ETH);
        market(PriceTickKind.TRADE, tick -> tick.setPrice(1000.0));
        chain.nextBlock();
        market(PriceTickKind.TRADE, tick -> tick.setPrice(2000.0));
        int before = chain.size();
        pool.initialize().mint(ALICE, SOME);

        try (BookDriver books = BookDriver.open(folder, Map.of(PublicationKeys.USD_HISTORY, "1"))) {
            books.feed(chain.records().subList(0, before));
            books.reinitialise();
            books.feed(chain.records().subList(before, chain.size()));

            assertThat(books.risk().get(SmallPool.position(ALICE)).getUsdPerToken1())
                    .isEqualTo(2000.0);
            assertThat(books.driver().getKeyValueStore("reference-prices").approximateNumEntries())
                    .as("one of the instrument, one of its pair")
                    .isEqualTo(2);
        }
    }

    private void define(String source0, String source1) {
        pool.define(definition ->
                definition.setTokens(List.of(Chain.token("0xa0", 18, source0), Chain.token("0xa1", 18, source1))));
    }

    private void market(PriceTickKind kind, Consumer<PriceTick.Builder> more) {
        chain.tick(ETH, kind, more);
    }

    private PositionRisk alice() {
        try (BookDriver books = BookDriver.open(folder)) {
            return books.feed(chain.records()).risk().get(SmallPool.position(ALICE));
        }
    }
}
