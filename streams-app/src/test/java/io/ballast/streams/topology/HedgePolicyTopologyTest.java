/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.EthDesk.DESK;
import static io.ballast.streams.testkit.EthDesk.NARROW;
import static io.ballast.streams.testkit.EthDesk.story;
import static io.ballast.streams.testkit.HedgeRecords.ETH_USD;
import static io.ballast.streams.testkit.HedgeRecords.PERPETUAL;
import static io.ballast.streams.testkit.HedgeRecords.fill;
import static io.ballast.streams.testkit.HedgeRecords.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.AdviceAction;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.LimitPolicy;
import io.ballast.schema.PortfolioRisk;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.HedgeRecords;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a desk has laid down: what to hold against its pools, and how much it may hold at all. */
class HedgePolicyTopologyTest {

    @TempDir
    private Path folder;

    @Test
    void shouldAdviseWhatIsMissing_netOverThePortfolio_andOnlyWhenItChanges() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(story());
            List<HedgeRecommendation> advice = books.newAdvice();

            HedgeRecommendation last = advice.get(advice.size() - 1);
            assertThat(last.getPortfolio()).isEqualTo(DESK);
            assertThat(last.getPerpetual().getAction()).isEqualTo(AdviceAction.TRADE);
            assertThat(last.getPerpetual().getTarget()).isEqualTo(-15);
            assertThat(last.getPerpetual().getTrades())
                    .singleElement()
                    .satisfies(trade -> assertThat(trade.getContracts()).isEqualTo("-2"));
            assertThat(last.getReason()).startsWith("Sell 2 ETH (-2 contracts on binance:ETHUSDC)");

            books.feed(tick(ETH_USD, 1899, 8));
            assertThat(books.newAdvice()).isEmpty();

            books.feed(fill(NARROW, "f2", PERPETUAL, "-2", "1899", 9));
            assertThat(books.newAdvice()).singleElement().satisfies(hold -> assertThat(
                            hold.getPerpetual().getAction())
                    .isEqualTo(AdviceAction.HOLD));
        }
    }

    @Test
    void shouldShowLimitsAndTheirUse() {
        List<TestRecord> records = new ArrayList<>(story());
        records.add(HedgeRecords.policy(
                DESK,
                9,
                policy -> policy.setLimits(List.of(LimitPolicy.newBuilder()
                        .setFigure("NET_DELTA")
                        .setAsset("WETH")
                        .setMaximum(2)
                        .build()))));

        assertThat(last(records).getLimits()).singleElement().satisfies(limit -> {
            assertThat(limit.getAsset()).isEqualTo("ETH");
            assertThat(limit.getValue()).isEqualTo(3);
            assertThat(limit.getUse()).isEqualTo(1.5);
            assertThat(limit.getBreached()).isTrue();
        });
    }

    private PortfolioRisk last(List<TestRecord> records) {
        try (BookDriver books = BookDriver.open(folder)) {
            PortfolioRisk risk = books.feed(records).portfolios().get(DESK);
            assertThat(books.deadLetters()).isEmpty();
            return risk;
        }
    }
}
