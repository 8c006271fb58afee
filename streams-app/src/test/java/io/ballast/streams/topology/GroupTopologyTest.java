/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.BookTotals;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.RangeState;
import io.ballast.schema.SpotPoint;
import io.ballast.schema.WindowLoss;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.ConcentratedMarket;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.PairMarket;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final String END = "end";
    private static final int WINDOWS = 4;

    @TempDir
    private Path folder;

    @Test
    void shouldSumUpEveryPoolAndEveryPortfoliosPart() throws IOException {
        sumsAgree(Histories.random(77, RECORDS));
    }

    @Test
    void shouldSumUpWhatIsLeft_whenABranchIsTakenBack() throws IOException {
        Histories.Reorganised history = Histories.reorganised(78, RECORDS / 2, 20, 60);
        List<TestRecord> feed = new ArrayList<>(history.stem());
        feed.addAll(history.orphaned());
        feed.addAll(Histories.retractions(history.orphaned(), true));
        feed.addAll(history.canonical());
        sumsAgree(feed);
    }

    private void sumsAgree(List<TestRecord> history) throws IOException {
        Map<String, String> portfolios = portfolios(history);
        try (BookDriver books = BookDriver.open(
                folder,
                Map.of(PublicationKeys.OWNERS_FILE, ownersFile(portfolios).toString()))) {
            books.feed(history);
            assertSums(books, risk -> true);
            books.feed(snapshots(history));
            Map<String, BookTotals> totals = assertSums(books, risk -> END.equals(risk.getSnapshotLabel()));
            assertThat(totals.values())
                    .anySatisfy(of -> assertThat(of.getWindows()).anySatisfy(window -> assertThat(window.getComplete())
                            .isTrue()))
                    .allSatisfy(of -> assertThat(of.getWindows()).hasSize(WINDOWS));

            books.reinitialise();
            books.feed(snapshots(history));
            assertThat(totals(books)).isEqualTo(totals);
        }
    }

    /** Of both pools, a little later: it publishes closed positions as well. */
    private static List<TestRecord> snapshots(List<TestRecord> history) {
        long last = history.stream().mapToLong(TestRecord::block).max().orElseThrow();
        Chain requests = new Chain("end", last + 1);
        requests.snapshot(ConcentratedMarket.POOL, END);
        requests.snapshot(PairMarket.POOL, END);
        return requests.records();
    }

    /** Totals of pools and parts that were published since they were asked for last. */
    private static Map<String, BookTotals> totals(BookDriver books) {
        Map<String, BookTotals> totals = new TreeMap<>();
        books.newPoolRisk().forEach(risk -> totals.put("@" + risk.getPoolId(), risk.getTotals()));
        books.newParts().forEach((key, part) -> totals.put(key, part.getTotals()));
        return totals;
    }

    private static Map<String, BookTotals> assertSums(BookDriver books, Predicate<PositionRisk> newest) {
        Map<String, PositionRisk> positions = books.risk();
        Map<String, BookTotals> totals = totals(books);
        assertThat(totals.keySet().stream().filter(key -> key.startsWith("@"))).hasSize(2);
        assertThat(totals).hasSizeGreaterThan(4);
        totals.forEach((key, sum) -> {
            String portfolio = key.substring(0, key.indexOf('@'));
            String pool = key.substring(key.indexOf('@') + 1);
            List<PositionRisk> members = positions.values().stream()
                    .filter(newest)
                    .filter(of -> of.getPoolId().equals(pool))
                    .filter(of -> portfolio.isEmpty() || portfolio.equals(of.getPortfolio()))
                    .toList();
            assertSum(sum, members.stream().filter(GroupTopologyTest::isOpen).toList());
            if (members.stream().allMatch(of -> END.equals(of.getSnapshotLabel()))) {
                assertWindows(sum, members);
                assertShare(sum, members);
            }
        });
        return totals;
    }

    /** Closed positions have their part in them. */
    private static void assertShare(BookTotals sum, List<PositionRisk> members) {
        if (sum.getPoolShare() != null) {
            double shares = members.stream()
                    .mapToDouble(member -> member.getPoolShare() == null ? 0 : member.getPoolShare())
                    .sum();
            assertThat(sum.getPoolShare()).isCloseTo(shares, within(ROUNDING));
        }
    }

    private static void assertWindows(BookTotals totals, List<PositionRisk> members) {
        for (int i = 0; i < totals.getWindows().size(); i++) {
            WindowLoss sum = totals.getWindows().get(i);
            int place = i;
            List<WindowLoss> losses =
                    members.stream().map(of -> of.getWindows().get(place)).toList();
            assertThat(losses).allSatisfy(loss -> {
                assertThat(loss.getWindowSeconds()).isEqualTo(sum.getWindowSeconds());
                assertThat(loss.getSince()).isEqualTo(sum.getSince());
                assertThat(loss.getComplete()).isEqualTo(sum.getComplete());
            });
            assertNear(sum.getIl(), losses, WindowLoss::getIl);
            assertNear(sum.getLvr(), losses, WindowLoss::getLvr);
            if (losses.stream().anyMatch(loss -> loss.getLvrUsd() == null)) {
                assertThat(sum.getLvrUsd()).isNull();
            } else {
                assertNear(sum.getLvrUsd(), losses, WindowLoss::getLvrUsd);
            }
        }
    }

    private static void assertSum(BookTotals totals, List<PositionRisk> members) {
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
        assertNear(totals.getLvr(), members, PositionRisk::getLvr);
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

    private static <T> void assertNear(double sum, List<T> members, ToDoubleFunction<T> figure) {
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
