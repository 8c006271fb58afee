/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static io.ballast.streams.testkit.SmallPool.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.aggregate.GroupFigures;
import io.ballast.risk.book.ConcentratedGroupCurve;
import io.ballast.schema.BookTotals;
import io.ballast.schema.CurveState;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.RiskReason;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.record.PortfolioCurveAdapter;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.ConcentratedMarket;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.SmallPool;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads portfolio-curves values a portfolio as its pool's book does, and hears of it when positions change only. */
class CurveTopologyTest {

    private static final long SOME = 1_000_000_000_000L;
    private static final String KEY = "desk-a/eth@" + SmallPool.ID;

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain).define().initialize();
    private final Map<String, PortfolioCurve> curves = new TreeMap<>();

    @Test
    void shouldHaveTheFiguresOfTheBookAfterEveryRecord() throws IOException {
        Map<String, PortfolioPart> parts = new HashMap<>();
        try (BookDriver books = BookDriver.open(folder, owners())) {
            for (TestRecord record : Histories.random(91, 300)) {
                books.feed(record);
                take(books);
                parts.putAll(books.newParts());
                parts.forEach((key, part) -> assertSame(curves.get(key), part));
            }
        }
        assertThat(curves.values()).extracting(PortfolioCurve::getKind).contains(PoolKind.CONCENTRATED);
        assertThat(curves.values()).extracting(PortfolioCurve::getKind).contains(PoolKind.CONSTANT_PRODUCT);
    }

    @Test
    void shouldEndWhereTheOtherBranchEnds_whenABranchIsTakenBack() throws IOException {
        Histories.Reorganised history = Histories.reorganised(92, 150, 20, 60);
        List<TestRecord> direct = new ArrayList<>(history.stem());
        direct.addAll(history.canonical());
        List<TestRecord> detour = new ArrayList<>(history.stem());
        detour.addAll(history.orphaned());
        detour.addAll(Histories.retractions(history.orphaned(), true));
        detour.addAll(history.canonical());

        assertThat(holdings(detour)).isEqualTo(holdings(direct)).isNotEmpty();
    }

    @Test
    void shouldSayNothing_whenThePriceMoves() throws IOException {
        ConcentratedMarket market = new ConcentratedMarket(chain, new java.util.Random(93));
        market.create();
        pool.mint(ALICE, SOME).tick(SOME);
        try (BookDriver books = BookDriver.open(folder, owners())) {
            books.feed(chain.records());
            assertThat(books.newCurves()).singleElement().satisfies(record -> assertThat(record.key())
                    .isEqualTo(KEY));
            int before = chain.size();
            chain.nextBlock();
            pool.tick(SOME).tick(SOME);

            books.feed(chain.records().subList(before, chain.size()));

            assertThat(books.newCurves()).isEmpty();
        }
    }

    @Test
    void shouldSayWhatChanged() throws IOException {
        pool.mint(ALICE, SOME);
        try (BookDriver books = BookDriver.open(folder, owners())) {
            books.feed(chain.records());
            PortfolioCurve first = take(books).get(KEY);
            assertThat(first.getState()).isEqualTo(CurveState.COMPLETE);
            assertThat(first.getReason()).isEqualTo(RiskReason.HEARTBEAT);
            assertThat(first.getPositions()).isEqualTo(1);
            assertThat(first.getSteps())
                    .extracting(step -> step.getTick() + " " + step.getLiquidityNetRaw())
                    .containsExactly("-600 " + SOME, "600 -" + SOME);

            PortfolioCurve more = feedMore(books, () -> pool.mint(ALICE, SOME)).get(KEY);
            assertThat(more.getReason()).isEqualTo(RiskReason.EVENT);
            assertThat(more.getSteps().get(0).getLiquidityNetRaw()).isEqualTo("" + 2 * SOME);
        }
    }

    @Test
    void shouldTakeBackWhatARetractedEventDid() throws IOException {
        pool.mint(ALICE, SOME);
        try (BookDriver books = BookDriver.open(folder, owners())) {
            books.feed(chain.records());
            List<?> before = take(books).get(KEY).getSteps();
            int from = chain.size();
            feedMore(books, () -> pool.mint(ALICE, SOME));

            books.feed(chain.records().get(from).removed());

            assertThat(take(books).get(KEY).getSteps()).isEqualTo(before);
            assertThat(curves.get(KEY).getReason()).isEqualTo(RiskReason.RETRACTION);

            books.feed(chain.records().get(from - 1).removed());

            assertThat(take(books)).doesNotContainKey(KEY);
        }
    }

    @Test
    void shouldSayItAgain_whenATaskTakesOver() throws IOException {
        pool.mint(ALICE, SOME).mint(BOB, SOME);
        try (BookDriver books = BookDriver.open(folder, owners())) {
            books.feed(chain.records());
            PortfolioCurve before = take(books).get(KEY);
            curves.clear();
            books.reinitialise();

            PortfolioCurve again = feedMore(books, () -> pool.tick(2 * SOME)).get(KEY);
            assertThat(again.getSteps()).isEqualTo(before.getSteps());
            assertThat(again.getReason()).isEqualTo(RiskReason.HEARTBEAT);
        }
    }

    @Test
    void shouldSayThatThereIsTooMuchToTell() throws IOException {
        pool.mint(ALICE, SOME);
        Map<String, String> settings = new HashMap<>(owners());
        settings.put(PublicationKeys.CURVE_BOUNDARIES, "1");
        try (BookDriver books = BookDriver.open(folder, settings)) {
            books.feed(chain.records());

            PortfolioCurve curve = take(books).get(KEY);
            assertThat(curve.getState()).isEqualTo(CurveState.TOO_MANY_BOUNDARIES);
            assertThat(curve.getBoundaries()).isEqualTo(2);
            assertThat(curve.getSteps()).isEmpty();
            assertThat(PortfolioCurveAdapter.curve(curve)).isEmpty();
        }
    }

    private Map<String, PortfolioCurve> feedMore(BookDriver books, Runnable events) {
        int from = chain.size();
        chain.nextBlock();
        events.run();
        books.feed(chain.records().subList(from, chain.size()));
        return take(books);
    }

    private Map<String, PortfolioCurve> take(BookDriver books) {
        books.newCurves().forEach(record -> {
            if (record.value() == null) {
                curves.remove(record.key());
            } else {
                curves.put(record.key(), record.value());
            }
        });
        return curves;
    }

    /** By portfolio and pool, at several prices, as an independent reader has it in the end. */
    private Map<String, List<GroupFigures>> holdings(List<TestRecord> history) throws IOException {
        Map<String, List<GroupFigures>> holdings = new TreeMap<>();
        curves.clear();
        try (BookDriver books = BookDriver.open(folder, owners())) {
            books.feed(history);
            take(books)
                    .forEach((key, curve) -> holdings.put(
                            key,
                            List.of(0.5, 1.0, 1.02, 3.0).stream()
                                    .map(price -> PortfolioCurveAdapter.curve(curve)
                                            .orElseThrow()
                                            .at(price))
                                    .toList()));
        }
        return holdings;
    }

    private static void assertSame(PortfolioCurve curve, PortfolioPart part) {
        BookTotals totals = part.getTotals();
        if (totals.getPositions() == 0) {
            assertThat(curve).isNull();
        } else if (totals.getValue() != null && !isNewer(curve, part)) {
            var holding = PortfolioCurveAdapter.curve(curve).orElseThrow();
            boolean exact = holding instanceof ConcentratedGroupCurve;
            GroupFigures figures = holding instanceof ConcentratedGroupCurve concentrated
                    ? concentrated.at(new BigInteger(part.getSqrtPriceX96Raw()))
                    : holding.at(part.getPrice());
            // A pair's book rounds its share down to whole raw units; its curve does not.
            double rounding = exact ? 0 : 1e-9 * totals.getHodlValue();
            assertThat(figures.count()).isEqualTo((int) totals.getPositions());
            assertThat(figures.value()).isCloseTo(totals.getValue(), within(rounding));
            assertThat(figures.hodl()).isCloseTo(totals.getHodlValue(), within(rounding));
            assertThat(figures.il()).isCloseTo(totals.getIl(), within(rounding));
            assertThat(figures.realisedIl()).isCloseTo(totals.getRealisedIl(), within(rounding));
            assertThat(figures.delta0())
                    .isCloseTo(totals.getDelta0(), within(1e-9 * figures.delta0() * (exact ? 0 : 1)));
            if (!exact) {
                totals.getLadder().forEach(point -> {
                    assertThat(holding.at(point.getPrice()).value()).isEqualTo(point.getValue());
                    assertThat(holding.at(point.getPrice()).il()).isEqualTo(point.getIl());
                    assertThat(holding.at(point.getPrice()).gamma()).isEqualTo(point.getGamma());
                });
            }
        }
    }

    /** A part is not said anew when a position that held nothing is gone; its curve is. */
    private static boolean isNewer(PortfolioCurve curve, PortfolioPart part) {
        return curve.getBlockNumber() > part.getBlockNumber()
                || curve.getBlockNumber() == part.getBlockNumber() && curve.getLogIndex() > part.getLogIndex();
    }

    private Map<String, String> owners() throws IOException {
        StringBuilder lines = new StringBuilder("owner,portfolio\n" + ALICE + ",desk-a/eth\n");
        for (int who = 0; who < 6; who++) {
            lines.append(ConcentratedMarket.address(who)).append(who % 2 == 0 ? ",desk-a/eth\n" : ",desk-b\n");
        }
        return Map.of(
                PublicationKeys.OWNERS_FILE,
                Files.writeString(folder.resolve("owners.csv"), lines).toString());
    }
}
