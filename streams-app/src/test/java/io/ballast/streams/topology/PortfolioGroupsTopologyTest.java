/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.EthDesk.DESK;
import static io.ballast.streams.testkit.EthDesk.WIDE;
import static io.ballast.streams.testkit.HedgeRecords.at;
import static io.ballast.streams.testkit.HedgeRecords.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.GroupExposure;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.PortfolioWindow;
import io.ballast.schema.WindowLoss;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.EthDesk;
import io.ballast.streams.testkit.HedgeRecords;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sums by pool, venue, chain and asset, and what was lost lately. */
class PortfolioGroupsTopologyTest {

    private static final long HOUR = 3600;

    @TempDir
    private Path folder;

    @Test
    void shouldSumByPool() {
        PortfolioRisk desk = risk(Map.of(), EthDesk.story());

        assertThat(desk.getPools()).extracting(GroupExposure::getName).containsExactly("pool-1", "pool-2");
        GroupExposure first = desk.getPools().get(0);
        assertThat(first.getValue()).isEqualTo(40_000);
        assertThat(first.getHodlValue()).isEqualTo(40_000);
        assertThat(first.getLvr()).isEqualTo(2);
        assertThat(first.getFees()).isEqualTo(3);
        assertThat(first.getAssets()).first().satisfies(eth -> {
            assertThat(eth.getNet()).isEqualTo(10);
            assertThat(eth.getNetValue()).isEqualTo(19_000);
            assertThat(eth.getGammaCash()).isEqualTo(-10.0 * 2000 / 100);
        });
    }

    @Test
    void shouldTellSmallPoolsAsOne() {
        List<TestRecord> records = new ArrayList<>(EthDesk.story());
        records.add(part(WIDE, "pool-3", 2000, 1, 1_000, 1, 1_000, 8));

        PortfolioRisk desk = risk(Map.of(PublicationKeys.PORTFOLIO_POOLS, "1"), records);

        assertThat(desk.getPools()).extracting(GroupExposure::getName).containsExactly("pool-1", "others");
        GroupExposure others = desk.getPools().get(1);
        assertThat(others.getParts()).isEqualTo(2);
        assertThat(others.getValue()).isEqualTo(11_000 + 3_000);
        assertThat(desk.getPools().get(0).getValue() + others.getValue()).isEqualTo(desk.getValue());
    }

    @Test
    void shouldSumByAsset_poolsWholeAndHedges() {
        PortfolioRisk desk = risk(Map.of(), EthDesk.story());

        assertThat(desk.getAssetGroups()).extracting(GroupExposure::getName).containsExactly("ETH", "USDC");
        GroupExposure eth = desk.getAssetGroups().get(0);
        assertThat(eth.getValue()).isEqualTo(desk.getValue());
        assertThat(eth.getAssets()).first().satisfies(asset -> assertThat(asset.getNet())
                .isEqualTo(3));
    }

    @Test
    void shouldAddUpRollingLosses_alsoOfPositionsClosedSince() {
        List<TestRecord> records = new ArrayList<>(EthDesk.story());
        records.add(lost("pool-1", 1, -4.0, 2.0, 10));
        records.add(lost("pool-2", 0, -3.0, 1.0, 10));
        PortfolioRisk wide = risk(Map.of(), records, WIDE);

        assertThat(wide.getWindows()).containsExactly(new PortfolioWindow(HOUR, true, -7.0, 3.0));
        assertThat(wide.getPools()).extracting(GroupExposure::getWindows).allMatch(windows -> windows.size() == 1);
        assertThat(wide.getParts()).isEqualTo(1);
    }

    @Test
    void shouldNotKnowRollingLosses_thatAPoolDoesNotTell() {
        List<TestRecord> records = new ArrayList<>(EthDesk.story());
        records.add(lost("pool-1", 1, -4.0, 2.0, 10));

        assertThat(risk(Map.of(), records).getWindows()).containsExactly(new PortfolioWindow(HOUR, true, null, null));
    }

    @Test
    void shouldTellTheSameInAnotherNumeraire() {
        List<TestRecord> records = new ArrayList<>(EthDesk.story());
        records.add(HedgeRecords.policy(DESK, 8, policy -> policy.setNumeraire("ETH")));

        PortfolioRisk desk = risk(Map.of(), records);

        assertThat(desk.getPools().get(0).getValue()).isEqualTo(40_000 * (1 / 1900.0));
    }

    private PortfolioRisk risk(Map<String, String> settings, List<TestRecord> records) {
        return risk(settings, records, DESK);
    }

    private PortfolioRisk risk(Map<String, String> settings, List<TestRecord> records, String portfolio) {
        try (BookDriver books = BookDriver.open(folder, settings)) {
            return books.feed(records).portfolios().get(portfolio);
        }
    }

    /** A part of the wide portfolio that tells what it lost in the last hour. */
    private static TestRecord lost(String pool, long positions, double il, double lvr, long seconds) {
        TestRecord record = part(WIDE, pool, 2000, 10 * positions, 20_000 * positions, 10, 20_000, seconds);
        PortfolioPart part = (PortfolioPart) record.value();
        part.getTotals().setPositions(positions);
        part.getTotals().setWindows(List.of(new WindowLoss(HOUR, at(0), true, il, lvr, null)));
        return record;
    }
}
