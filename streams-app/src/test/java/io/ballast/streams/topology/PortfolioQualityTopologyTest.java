/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.EthDesk.DESK;
import static io.ballast.streams.testkit.EthDesk.NARROW;
import static io.ballast.streams.testkit.EthDesk.WIDE;
import static io.ballast.streams.testkit.EthPool.ALICE;
import static io.ballast.streams.testkit.EthPool.BOB;
import static io.ballast.streams.testkit.HedgeRecords.ETH_USD;
import static io.ballast.streams.testkit.HedgeRecords.PERPETUAL;
import static io.ballast.streams.testkit.HedgeRecords.at;
import static io.ballast.streams.testkit.HedgeRecords.part;
import static io.ballast.streams.testkit.HedgeRecords.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.FlagValue;
import io.ballast.schema.FlaggedValue;
import io.ballast.schema.InputAge;
import io.ballast.schema.InputKind;
import io.ballast.schema.LimitPolicy;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.QualityFlag;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.EthDesk;
import io.ballast.streams.testkit.EthPool;
import io.ballast.streams.testkit.HedgeRecords;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of a portfolio's figures rests on what, and how old that is. */
class PortfolioQualityTopologyTest {

    private static final double ROUNDING = 1e-9;
    private static final String MUCH = "40000000000000000";
    private static final String LITTLE = "7000000000000000";
    /** 15 minutes of blocks. */
    private static final int FINAL_AFTER = 75;

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final EthPool pool = new EthPool(chain, 1).define().initialize();

    @Test
    void shouldTellWhatRestsOnBlocksThatMayBeDropped_untilTheyAreFinal() throws IOException {
        pool.mint(ALICE, MUCH);
        chain.skipTo(chain.block() + FINAL_AFTER);
        pool.mint(BOB, LITTLE);
        try (BookDriver books = open()) {
            Map<String, PortfolioRisk> now = books.feed(chain.records()).portfolios();

            assertThat(now.get(NARROW).getUnfinalisedValue())
                    .isEqualTo(now.get(NARROW).getValue());
            PortfolioRisk desk = now.get(DESK);
            assertThat(desk.getUnfinalisedValue()).isEqualTo(now.get(NARROW).getValue());
            assertThat(flagged(desk, "UNFINALISED").getShare())
                    .isCloseTo(now.get(NARROW).getValue() / desk.getValue(), within(ROUNDING));

            int size = chain.size();
            chain.skipTo(chain.block() + FINAL_AFTER);
            pool.tick(MUCH);
            books.feed(chain.records().subList(size, chain.size()));

            assertThat(books.portfolios().get(DESK).getUnfinalisedValue()).isZero();
            assertThat(books.portfolios().get(DESK).getQuality())
                    .noneMatch(flag -> flag.getFlag().equals("UNFINALISED"));
        }
    }

    @Test
    void shouldTakeAQuietPoolForFinal_onceTheMarketIsLaterThanItsBlocks() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(HedgeRecords.policy(DESK, 0));
            books.feed(tick(ETH_USD, 2000, 0));
            books.feed(doubtful(1));
            assertThat(books.portfolios().get(DESK).getUnfinalisedValue()).isEqualTo(4000);

            books.feed(tick(ETH_USD, 2001, 899));
            assertThat(books.portfolios().get(DESK).getUnfinalisedValue()).isEqualTo(4000);
            books.feed(tick(ETH_USD, 2002, 901));
            assertThat(books.portfolios().get(DESK).getUnfinalisedValue()).isZero();
        }
    }

    @Test
    void shouldForgetWhatAReorganisationTookBack_alsoWhenRevived() throws IOException {
        pool.mint(ALICE, MUCH);
        chain.skipTo(chain.block() + FINAL_AFTER);
        pool.tick(MUCH);
        int size = chain.size();
        pool.mint(ALICE, LITTLE);
        List<TestRecord> dropped = chain.records().subList(size, chain.size());
        try (BookDriver books = open()) {
            books.feed(chain.records());
            PortfolioRisk before = books.portfolios().get(WIDE);
            assertThat(before.getUnfinalisedValue()).isEqualTo(before.getValue());
            books.reinitialise();

            books.feed(Histories.retractions(dropped, true));

            assertThat(books.portfolios().get(WIDE).getUnfinalisedValue()).isZero();
            assertThat(books.portfolios().get(WIDE).getValue()).isLessThan(before.getValue());
        }
    }

    @Test
    void shouldTellTheShareOfEachFlag() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(HedgeRecords.policy(DESK, 0));
            books.feed(tick(ETH_USD, 2000, 0));
            books.feed(doubtful(1));
            books.feed(part(NARROW, "pool-2", 2000, 5, 10_000, 5, 10_000, 400));

            PortfolioRisk desk = books.portfolios().get(DESK);
            assertThat(desk.getValue()).isEqualTo(60_000);
            assertThat(flagged(desk, "HISTORY_INCOMPLETE")).isEqualTo(value("HISTORY_INCOMPLETE", 10_000, 60_000));
            assertThat(flagged(desk, "FEES_INCOMPLETE")).isEqualTo(value("FEES_INCOMPLETE", 40_000, 60_000));
            assertThat(flagged(desk, "PAUSED")).isEqualTo(value("PAUSED", 40_000, 60_000));
            assertThat(flagged(desk, "PRICE_AT_PAR")).isEqualTo(value("PRICE_AT_PAR", 60_000, 60_000));
            assertThat(desk.getUnfinalisedValue()).isNull();
            assertThat(books.portfolios().get(NARROW).getQuality()).hasSize(1);
        }
    }

    @Test
    void shouldTellTheOldestOfWhatFiguresRestOn() {
        try (BookDriver books = BookDriver.open(folder)) {
            List<TestRecord> records = new ArrayList<>(EthDesk.story());
            records.add(tick(PERPETUAL, 1800, 12));
            PortfolioRisk desk = books.feed(records).portfolios().get(DESK);

            assertThat(desk.getInputs())
                    .containsExactly(
                            new InputAge(InputKind.POOL, "pool-1", at(3), 4000L),
                            new InputAge(InputKind.ASSET_PRICE, "ETH", at(7), 0L),
                            new InputAge(InputKind.MARK, PERPETUAL, at(12), 0L));
            assertThat(EthDesk.asset(desk, "ETH").getPriceAgeMs()).isZero();
            assertThat(EthDesk.asset(desk, "USDC").getPriceAgeMs()).isNull();
        }
    }

    @Test
    void shouldLimitWhatRestsOnBlocksThatMayBeDropped() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(HedgeRecords.policy(
                    DESK,
                    0,
                    policy -> policy.setLimits(List.of(LimitPolicy.newBuilder()
                            .setFigure("UNFINALISED_VALUE")
                            .setMaximum(2000)
                            .build()))));
            books.feed(tick(ETH_USD, 2000, 0));
            books.feed(doubtful(1));

            assertThat(books.portfolios().get(DESK).getLimits()).singleElement().satisfies(limit -> {
                assertThat(limit.getUse()).isEqualTo(2);
                assertThat(limit.getBreached()).isTrue();
            });
        }
    }

    /** 40,000 of which 4,000 may be dropped, and 10,000 have an incomplete history. */
    private static TestRecord doubtful(long seconds) {
        TestRecord record = part(WIDE, "pool-1", 2000, 10, 20_000, 10, 20_000, seconds);
        PortfolioPart part = (PortfolioPart) record.value();
        part.setUnfinalisedValue(4000.0);
        part.setFlags(List.of(QualityFlag.FEES_INCOMPLETE, QualityFlag.HISTORY_INCOMPLETE, QualityFlag.PAUSED));
        part.setFlagValues(List.of(new FlagValue(QualityFlag.HISTORY_INCOMPLETE, 10_000.0)));
        return record;
    }

    private static FlaggedValue flagged(PortfolioRisk risk, String flag) {
        return risk.getQuality().stream()
                .filter(one -> one.getFlag().equals(flag))
                .findFirst()
                .orElseThrow();
    }

    private static FlaggedValue value(String flag, double value, double whole) {
        return new FlaggedValue(flag, value, value / whole);
    }

    private BookDriver open() throws IOException {
        Path owners = Files.writeString(
                folder.resolve("owners.csv"),
                "owner,portfolio\n" + ALICE + "," + WIDE + "\n" + BOB + "," + NARROW + "\n");
        BookDriver books = BookDriver.open(folder, Map.of(PublicationKeys.OWNERS_FILE, owners.toString()));
        long genesis = Duration.between(HedgeRecords.START, Chain.timeOf(0)).toSeconds();
        return books.feed(List.of(HedgeRecords.policy(DESK, genesis), tick(ETH_USD, 2000, genesis)));
    }
}
