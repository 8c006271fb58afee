/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.BookTotals;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.RangeState;
import io.ballast.schema.SpotPoint;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pool's sums and those of each portfolio's part are the sums over the positions that are published. */
class GroupTopologyTest {

    private static final int RECORDS = 300;
    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path folder;

    @Test
    void shouldSumUpEveryPoolAndEveryPortfoliosPart() throws IOException {
        sumsAgree(Histories.random(77, RECORDS));
    }

    @Test
    void shouldSumUpWhatIsLeft_whenABranchIsTakenBack() throws IOException {
        Histories.Reorganised history = Histories.reorganised(78, RECORDS / 2, 20, 60);
        List<TestRecord> feed = new java.util.ArrayList<>(history.stem());
        feed.addAll(history.orphaned());
        feed.addAll(Histories.retractions(history.orphaned(), true));
        feed.addAll(history.canonical());
        sumsAgree(feed);
    }

    private void sumsAgree(List<TestRecord> history) throws IOException {
        Map<String, String> portfolios = portfolios(history);
        try (BookDriver books = BookDriver.open(
                folder, Map.of(BallastKeys.OWNERS_FILE, ownersFile(portfolios).toString()))) {
            books.feed(history);
            Map<String, PositionRisk> positions = books.risk();
            Map<String, PoolRisk> pools = new HashMap<>();
            books.newPoolRisk().forEach(risk -> pools.put(risk.getPoolId(), risk));
            Map<String, PortfolioPart> parts = books.newParts();

            assertThat(pools).hasSize(2);
            pools.forEach((id, risk) ->
                    assertSum(risk.getTotals(), positions, of -> of.getPoolId().equals(id)));
            assertThat(parts).hasSizeGreaterThan(2);
            parts.values()
                    .forEach(part -> assertSum(
                            part.getTotals(),
                            positions,
                            of -> of.getPoolId().equals(part.getPoolId())
                                    && part.getPortfolio().equals(of.getPortfolio())));
        }
    }

    private static void assertSum(
            BookTotals totals, Map<String, PositionRisk> positions, Predicate<PositionRisk> member) {
        List<PositionRisk> members = positions.values().stream()
                .filter(member)
                .filter(GroupTopologyTest::isOpen)
                .toList();
        assertThat(totals.getPositions()).isEqualTo(members.size());
        // Positions are rounded down to whole raw units each, sums are not.
        assertNear(totals.getValue(), members, PositionRisk::getValue);
        assertNear(
                totals.getValueInRange(),
                members,
                risk -> risk.getRangeState() == RangeState.IN_RANGE ? risk.getValue() : 0);
        assertNear(totals.getHodlValue(), members, PositionRisk::getHodlValue);
        assertNear(totals.getRealisedIl(), members, PositionRisk::getRealisedIl);
        assertNear(totals.getDelta0(), members, PositionRisk::getDelta0);
        assertNear(totals.getDelta1(), members, PositionRisk::getDelta1);
        assertNear(totals.getGamma(), members, PositionRisk::getGamma);
        assertThat(totals.getLadder())
                .extracting(SpotPoint::getShift)
                .isSorted()
                .hasSize(12);
        assertThat(totals.getLadder())
                .allSatisfy(point -> assertThat(point.getIl()).isLessThanOrEqualTo(ROUNDING * point.getHodlValue()));
    }

    private static boolean isOpen(PositionRisk risk) {
        boolean owed = risk.getOwed0Raw() != null && !risk.getOwed0Raw().equals("0")
                || risk.getOwed1Raw() != null && !risk.getOwed1Raw().equals("0");
        return risk.getRangeState() != RangeState.CLOSED || owed;
    }

    private static void assertNear(double sum, List<PositionRisk> members, ToDoubleFunction<PositionRisk> figure) {
        double expected = members.stream().mapToDouble(figure).sum();
        double size = members.stream().mapToDouble(figure).map(Math::abs).sum();
        assertThat(sum).isCloseTo(expected, within(ROUNDING * size + 1e-12));
    }

    /** Every other owner is in one of two portfolios. */
    private Map<String, String> portfolios(List<TestRecord> history) {
        TreeSet<String> owners = new TreeSet<>();
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(history).risk().values().forEach(risk -> owners.add(risk.getOwner()));
        }
        Map<String, String> portfolios = new TreeMap<>();
        int number = 0;
        for (String owner : owners) {
            if (number % 3 > 0) {
                portfolios.put(owner, number % 3 == 1 ? "desk-a/eth" : "desk-b");
            }
            number++;
        }
        return portfolios;
    }

    private Path ownersFile(Map<String, String> portfolios) throws IOException {
        StringBuilder lines = new StringBuilder("owner,portfolio\n");
        portfolios.forEach((owner, portfolio) ->
                lines.append(owner).append(',').append(portfolio).append('\n'));
        return Files.writeString(folder.resolve("owners.csv"), lines);
    }
}
