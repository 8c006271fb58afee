/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertEvent;
import io.ballast.schema.AlertEventKind;
import io.ballast.schema.AlertPhase;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.ConcentratedMarket;
import io.ballast.streams.testkit.Crossings;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.RuleSettings;
import io.ballast.streams.testkit.SmallPool;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertTopologyTest {

    private static final double LOSS = -0.002;
    private static final double GOOD_AGAIN = -0.0015;
    private static final String LOSS_RULE = rule("loss", "il_pct", "  below: -0.2 %\n  resolve: -0.15 %\n");
    private static final String RANGE_RULE = rule("range", "out_of_range", "");

    @TempDir
    private Path folder;

    @Test
    void shouldFireOnTheFirstTickThatCrosses_whateverThePublicationTolerance() throws IOException {
        int crossings = 0;
        int published = 0;
        int ticks = 0;
        for (long seed = 40_000; seed < 40_004; seed++) {
            List<TestRecord> history = Histories.random(seed, 400);
            try (BookDriver exact = open(Map.of(), "");
                    BookDriver coarse = open(Crossings.COARSE, LOSS_RULE + RANGE_RULE)) {
                exact.feed(history);
                coarse.feed(history);
                List<String> expected = new Crossings(LOSS, GOOD_AGAIN).in(exact.published());
                assertThat(Crossings.told(coarse.alerts()))
                        .as("seed %s", seed)
                        .containsExactlyInAnyOrderElementsOf(expected);
                published += coarse.published().size();
                ticks += exact.published().size();
                crossings += expected.size();
            }
        }
        assertThat(crossings).isGreaterThan(100);
        assertThat(published).isLessThan(ticks * 3 / 4);
    }

    @Test
    void shouldGoOnAfterARestartWithoutSayingAnythingTwice() throws IOException {
        List<TestRecord> history = Histories.random(40_010, 300);
        try (BookDriver steady = open(Map.of(), LOSS_RULE + RANGE_RULE);
                BookDriver restarted = open(Map.of(), LOSS_RULE + RANGE_RULE)) {
            steady.feed(history);
            for (int i = 0; i < history.size(); i++) {
                if (i % 40 == 39) {
                    restarted.reinitialise();
                }
                restarted.feed(history.get(i));
            }
            assertThat(steady.alerts()).isNotEmpty();
            assertThat(Crossings.told(restarted.alerts()))
                    .containsExactlyInAnyOrderElementsOf(Crossings.told(steady.alerts()));
        }
    }

    @Test
    void shouldTakeWhatPeopleDoToTheAlertThatTheyMean() throws IOException {
        try (BookDriver books = open(Map.of(), RANGE_RULE)) {
            Alert fired = firstAlert(books);
            act(books, fired, AlertEventKind.ACKNOWLEDGE, event -> event.setFingerprint(fired.getFingerprint()));
            act(books, fired, AlertEventKind.SNOOZE, event -> event.setRuleId("range")
                    .setUntil(fired.getEventTime().plusSeconds(60)));
            act(books, fired, AlertEventKind.SNOOZE, event -> event.setRuleId("range"));
            act(books, fired, AlertEventKind.ACKNOWLEDGE, event -> event.setFingerprint("nonesuch"));

            List<Alert> alerts = books.alerts();
            Alert acknowledged = alerts.get(alerts.size() - 2);
            assertThat(acknowledged.getCause()).isEqualTo(AlertCause.ACKNOWLEDGED);
            assertThat(acknowledged.getAcknowledgedBy()).isEqualTo("ann");
            assertThat(acknowledged.getState()).isEqualTo(AlertPhase.FIRING);
            assertThat(acknowledged.getFired()).isEqualTo(fired.getFired());
            Alert snoozed = alerts.get(alerts.size() - 1);
            assertThat(snoozed.getCause()).isEqualTo(AlertCause.SNOOZED);
            assertThat(snoozed.getQuiet()).isTrue();
            assertThat(books.deadLetters())
                    .extracting(letter -> letter.getReason())
                    .satisfiesExactly(
                            reason -> assertThat(reason).contains("until is missing"),
                            reason -> assertThat(reason).contains("no such alert", "nonesuch"));
            assertThat(books.counters().deadLetters()).isEqualTo(2);
        }
    }

    @Test
    void shouldSilenceAnAlertThatNeverWas() throws IOException {
        Chain chain = new Chain("a", 1000);
        ConcentratedMarket market = new ConcentratedMarket(chain, new Random(7));
        market.create();
        String position = ConcentratedMarket.POOL + "/" + ConcentratedMarket.address(99) + ":-6000:6000";
        try (BookDriver books = open(Map.of(), rule("worth", "value", "  above: 1 token1\n"))) {
            Instant until = Chain.timeOf(5000);
            AlertEvent silence = event(position, AlertEventKind.SILENCE)
                    .setRuleId("worth")
                    .setUntil(until)
                    .build();
            books.feed(new TestRecord(Topic.ALERT_EVENTS, position, silence, 0, 0));
            books.feed(chain.records());

            assertThat(books.alerts())
                    .extracting(Alert::getCause)
                    .containsExactly(AlertCause.SILENCED, AlertCause.BEGAN);
            assertThat(books.alerts().get(1).getQuiet()).isTrue();
            assertThat(books.alerts().get(1).getSilencedUntil()).isEqualTo(until);
        }
    }

    @Test
    void shouldFindOutThatOnePoolIsSilent_whileAnotherGoesOn() throws IOException {
        Chain chain = new Chain("a", 1000);
        ConcentratedMarket market = new ConcentratedMarket(chain, new Random(7));
        market.create();
        SmallPool pool = new SmallPool(chain).define().initialize();
        pool.mint(SmallPool.ALICE, 1_000_000_000L);
        String stale = RuleSettings.rule("quiet", "pool", "stale", "  above: 10m\n  severity: critical\n");
        try (BookDriver books = open(Map.of(), stale)) {
            for (int blocks = 0; blocks < 60; blocks++) {
                chain.nextBlock();
                market.sell(java.math.BigInteger.valueOf(1_000_000_000_000L + blocks));
            }
            chain.nextBlock();
            pool.tick(1_000_000_000L);
            pool.mint(SmallPool.BOB, 1_000_000_000L);
            books.feed(chain.records());

            assertThat(books.alerts())
                    .extracting(Alert::getSubjectId, Alert::getState, Alert::getEventTime)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    SmallPool.ID,
                                    AlertPhase.FIRING,
                                    Chain.timeOf(1000).plusSeconds(600).plusMillis(1)),
                            org.assertj.core.groups.Tuple.tuple(SmallPool.ID, AlertPhase.RESOLVED, Chain.timeOf(1061)));
        }
    }

    @Test
    void shouldTellThatLiquidityIsFarBelowWhatItWasWithinTheHour_andRememberThatAcrossARestart() throws IOException {
        Chain chain = new Chain("a", 1000);
        SmallPool pool = new SmallPool(chain).define().initialize();
        pool.mint(SmallPool.ALICE, 600_000_000L).mint(SmallPool.BOB, 400_000_000L);
        chain.skipTo(1000 + 100);
        pool.burn(SmallPool.BOB, 400_000_000L);
        chain.skipTo(1000 + 500);
        pool.tick(600_000_000L);
        String drop =
                RuleSettings.rule("drop", "pool", "liquidity_drop", "  window: 1h\n  above: 30 %\n  resolve: 20 %\n");
        try (BookDriver books = open(Map.of(PublicationKeys.HEARTBEAT_MS, "600000"), drop)) {
            for (TestRecord record : chain.records()) {
                books.feed(record);
                books.reinitialise();
            }

            assertThat(books.alerts())
                    .extracting(Alert::getState)
                    .containsExactly(AlertPhase.FIRING, AlertPhase.RESOLVED);
            assertThat(books.alerts().get(0).getValue()).isCloseTo(0.4, within(1e-12));
            assertThat(books.alerts().get(0).getEventTime()).isEqualTo(Chain.timeOf(1100));
            assertThat(books.alerts().get(0).getParameter()).isEqualTo("1h");
            assertThat(books.alerts().get(1).getValue())
                    .as("what fell has become usual")
                    .isZero();
        }
    }

    private static Alert firstAlert(BookDriver books) {
        for (TestRecord record : Histories.random(40_020, 400)) {
            books.feed(record);
            if (!books.alerts().isEmpty()) {
                return books.alerts().get(0);
            }
        }
        throw new AssertionError("nothing left its range");
    }

    private static void act(
            BookDriver books, Alert about, AlertEventKind kind, java.util.function.Consumer<AlertEvent.Builder> more) {
        AlertEvent.Builder event = event(about.getSubjectId(), kind);
        more.accept(event);
        books.feed(new TestRecord(Topic.ALERT_EVENTS, about.getSubjectId(), event.build(), 0, 0));
    }

    private static AlertEvent.Builder event(String subjectId, AlertEventKind kind) {
        return AlertEvent.newBuilder()
                .setSubjectId(subjectId)
                .setKind(kind)
                .setBy("ann")
                .setEventTime(Chain.timeOf(1000));
    }

    private static String rule(String id, String metric, String more) {
        return RuleSettings.rule(id, "position", metric, more);
    }

    private BookDriver open(Map<String, String> settings, String rules) throws IOException {
        Map<String, String> all = RuleSettings.of(folder, rules);
        all.putAll(settings);
        return BookDriver.open(folder, all);
    }
}
