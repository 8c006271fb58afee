/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.EthDesk.DESK;
import static io.ballast.streams.testkit.EthDesk.WIDE;
import static io.ballast.streams.testkit.EthDesk.asset;
import static io.ballast.streams.testkit.EthDesk.priceOfEther;
import static io.ballast.streams.testkit.HedgeRecords.ETH_USD;
import static io.ballast.streams.testkit.HedgeRecords.part;
import static io.ballast.streams.testkit.HedgeRecords.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.AdviceAction;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.PortfolioRisk;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.HedgeRecords;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which price an asset of a portfolio has, and what is said where it has none. */
class PortfolioPriceTopologyTest {

    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path folder;

    @Test
    void shouldTellMoneyInAnyAssetWithAPrice() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(HedgeRecords.policy(DESK, 1, policy -> policy.setNumeraire("WETH")));
            books.feed(part(WIDE, "pool-1", 2000, 10, 20_000, 10, 20_000, 3));
            assertThat(books.portfolios().get(DESK).getUnpriced()).containsExactly("ETH");
            assertThat(books.portfolios().get(DESK).getHedgeEquity()).isNull();

            books.feed(tick(ETH_USD, 2000, 4));

            PortfolioRisk risk = books.portfolios().get(DESK);
            assertThat(risk.getNumeraire()).isEqualTo("ETH");
            assertThat(risk.getValue()).isCloseTo(20, within(ROUNDING));
            assertThat(asset(risk, "USDC").getPrice()).isEqualTo(1 / 2000.0);
            assertThat(risk.getAttributionNumeraire()).isEqualTo("ETH");
            assertThat(risk.getLadders()).isEmpty();
        }
    }

    @Test
    void shouldSayThatAPriceIsMissing_andShowNoMoney() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(HedgeRecords.policy(DESK, 1, policy -> policy.setAssets(List.of())));
            books.feed(part(WIDE, "pool-1", 2000, 10, 20_000, 10, 20_000, 3));

            PortfolioRisk risk = books.portfolios().get(DESK);
            assertThat(risk.getUnpriced()).containsExactly("USDC", "WETH");
            assertThat(risk.getValue()).isNull();
            assertThat(risk.getIl()).isNull();
            assertThat(asset(risk, "WETH").getNet()).isEqualTo(10);
            assertThat(asset(risk, "WETH").getNetValue()).isNull();
            assertThat(risk.getFlags()).contains(PortfolioFlag.PRICE_MISSING, PortfolioFlag.ATTRIBUTION_INCOMPLETE);
            assertThat(books.advice().get(DESK + "|ETH").getPerpetual().getAction())
                    .isEqualTo(AdviceAction.BLOCKED);
        }
    }

    @Test
    void shouldTakeAPriceFromAPool_whoseOtherTokenHasOne() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(priceOfEther(ETH_USD));
            books.feed(tick(ETH_USD, 2200, 2));
            books.feed(part(WIDE, "pool-1", 2000, 10, 20_000, 10, 20_000, 3));

            PortfolioRisk risk = books.portfolios().get(DESK);
            assertThat(asset(risk, "USDC").getPrice()).isEqualTo(1.1);
            assertThat(risk.getUnpriced()).isEmpty();
            assertThat(risk.getFlags()).contains(PortfolioFlag.PRICE_OF_POOL);
        }
    }

    @Test
    void shouldTakeThePriceMergedFromSeveralVenues() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(priceOfEther("market:ETH-USD"));
            books.feed(part(WIDE, "pool-1", 2000, 10, 20_000, 10, 20_000, 2));
            for (int second = 3; second < 60; second += 3) {
                books.feed(tick(ETH_USD, 2000, second));
                books.feed(tick("kraken:ETH-USD", 2000, second + 1));
            }

            assertThat(asset(books.portfolios().get(DESK), "ETH").getPrice()).isEqualTo(2000);
        }
    }
}
