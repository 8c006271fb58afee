/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.EthDesk.DESK;
import static io.ballast.streams.testkit.EthDesk.NARROW;
import static io.ballast.streams.testkit.EthDesk.WIDE;
import static io.ballast.streams.testkit.EthDesk.story;
import static io.ballast.streams.testkit.HedgeRecords.ETH_USD;
import static io.ballast.streams.testkit.HedgeRecords.PERPETUAL;
import static io.ballast.streams.testkit.HedgeRecords.at;
import static io.ballast.streams.testkit.HedgeRecords.fill;
import static io.ballast.streams.testkit.HedgeRecords.part;
import static io.ballast.streams.testkit.HedgeRecords.policy;
import static io.ballast.streams.testkit.HedgeRecords.tick;
import static io.ballast.streams.testkit.RuleSettings.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertEvent;
import io.ballast.schema.AlertEventKind;
import io.ballast.schema.AlertPhase;
import io.ballast.schema.AlertSubjectKind;
import io.ballast.schema.LimitPolicy;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.RuleSettings;
import io.ballast.streams.testkit.SampleQuotes;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk with 15 ETH in pools and 12 sold, at 1,900: see {@link io.ballast.streams.testkit.EthDesk}. */
class PortfolioAlertsTopologyTest {

    /** Where the account with 9,990 dollars and 12 coins sold at 2,000 has 5 % of their worth left. */
    private static final double LIQUIDATION = (9_990 + 12 * 2000) / (12 * 1.05);

    @TempDir
    private Path folder;

    @Test
    void shouldTellThatALimitIsBreached_andThatItIsNoLonger() throws IOException {
        String rules = rule("limits", "portfolio", "limit_use", "  limit: NET_DELTA\n  above: 100 %\n");
        try (BookDriver books = open(rules)) {
            books.feed(story());
            books.feed(policy(
                    DESK,
                    9,
                    policy -> policy.setLimits(List.of(LimitPolicy.newBuilder()
                            .setFigure("NET_DELTA")
                            .setAsset("ETH")
                            .setMaximum(2)
                            .build()))));
            books.feed(fill(WIDE, "f2", PERPETUAL, "-2", "1900", 10));

            assertThat(books.alerts())
                    .extracting(Alert::getState)
                    .containsExactly(AlertPhase.FIRING, AlertPhase.RESOLVED);
            Alert fired = books.alerts().get(0);
            assertThat(fired.getSubjectKind()).isEqualTo(AlertSubjectKind.PORTFOLIO);
            assertThat(fired.getSubjectId()).isEqualTo(DESK);
            assertThat(fired.getPortfolio()).isEqualTo(DESK);
            assertThat(fired.getParameter()).isEqualTo("NET_DELTA");
            assertThat(fired.getValue()).isEqualTo(1.5);
            assertThat(fired.getEventTime()).isEqualTo(at(9));
            assertThat(fired.getOtherFlags()).containsExactly("PRICE_AT_PAR");
            assertThat(books.alerts().get(1).getValue()).isEqualTo(0.5);
        }
    }

    @Test
    void shouldTellWhenLiquidationIsNear_andThatItIsOverOnceNothingIsOpen() throws IOException {
        String rules = rule(
                "liquidation", "portfolio", "liquidation_distance", "  where: {id: " + WIDE + "}\n  below: 20 %\n");
        try (BookDriver books = open(rules)) {
            books.feed(story());
            books.feed(tick(ETH_USD, 2400, 20));
            books.feed(tick(PERPETUAL, 2400, 20));
            books.feed(fill(WIDE, "f2", PERPETUAL, "12", "2400", 21));

            assertThat(books.alerts())
                    .extracting(Alert::getState)
                    .containsExactly(AlertPhase.FIRING, AlertPhase.RESOLVED);
            assertThat(books.alerts().get(0).getValue()).isCloseTo((LIQUIDATION - 2400) / 2400, within(1e-9));
            assertThat(books.alerts().get(1).getValue())
                    .as("no price liquidates")
                    .isNull();
        }
    }

    @Test
    void shouldTellThatTheDeltaHasDriftedOutOfItsBand() throws IOException {
        String rules = rule("drift", "hedge", "band_use", "  asset: ETH\n  above: 200 %\n  resolve: 100 %\n")
                + rule("due", "hedge", "trade_due", "  for: 5m\n");
        try (BookDriver books = open(rules)) {
            books.feed(story());
            books.feed(fill(WIDE, "f2", PERPETUAL, "-1.5", "1900", 60));
            books.feed(fill(WIDE, "f3", PERPETUAL, "-0.5", "1900", 400));

            assertThat(books.alerts())
                    .filteredOn(alert -> alert.getRuleId().equals("drift") && alert.getState() == AlertPhase.RESOLVED)
                    .singleElement()
                    .satisfies(resolved -> {
                        assertThat(resolved.getSubjectId()).isEqualTo(DESK + "|ETH");
                        assertThat(resolved.getValue()).isEqualTo(1);
                        assertThat(resolved.getEventTime()).isEqualTo(at(400));
                    });
            assertThat(books.alerts())
                    .filteredOn(alert -> alert.getRuleId().equals("due"))
                    .extracting(Alert::getState)
                    .containsExactly(AlertPhase.PENDING, AlertPhase.FIRING, AlertPhase.RESOLVED);
        }
    }

    @Test
    void shouldTellThatValueAtRiskIsBeyondItsLimit() throws IOException {
        String rules =
                rule("var", "scenario", "var_99", "  where: {id: " + DESK + "}\n  asset: ETH\n  above: 1_000 usd\n");
        try (BookDriver books = open(rules)) {
            books.feed(story());
            books.feed(new SampleQuotes(0.7)
                    .chain(Instant.parse("2025-03-28T08:00:00Z"), 1900 / 0.99, at(30), 1800, 1900, 2000));
            books.advance(Duration.ofSeconds(5));

            double deviation = 0.7 * Math.sqrt(1 / 365.0);
            double rise = Math.expm1(2.3263478740408408 * deviation - deviation * deviation / 2);
            assertThat(books.alerts()).singleElement().satisfies(alert -> {
                assertThat(alert.getSubjectKind()).isEqualTo(AlertSubjectKind.SCENARIO);
                assertThat(alert.getValue()).isCloseTo(12 * 1900 * rise, within(1e-4));
            });
        }
    }

    @Test
    void shouldConcernAllThatIsBelowAPath_andNothingBeside() throws IOException {
        String below = "  asset: ETH\n  above: 0 coins\n";
        String rules = rule("all", "portfolio", "gross_delta", "  where: {portfolio: desk-a/eth}\n" + below)
                + rule("narrow", "portfolio", "gross_delta", "  where: {portfolio: " + NARROW + "}\n" + below)
                + rule("nobody", "portfolio", "gross_delta", "  where: {portfolio: desk-a/et}\n" + below);
        try (BookDriver books = open(rules)) {
            books.feed(story());

            assertThat(books.alerts())
                    .extracting(alert -> alert.getRuleId() + " " + alert.getSubjectId())
                    .containsExactlyInAnyOrder("all desk-a/eth", "all " + WIDE, "all " + NARROW, "narrow " + NARROW);
        }
    }

    @Test
    void shouldTakeWhatPeopleDo_andEndWithThePortfolio() throws IOException {
        String rules =
                rule("long", "portfolio", "net_delta", "  asset: WETH\n  above: 1 coins\n  where: {id: desk-b}\n");
        TestRecord held = part("desk-b", "pool-1", 2000, 10, 20_000, 10, 20_000, 3);
        try (BookDriver books = open(rules)) {
            books.feed(held);
            AlertEvent taken = AlertEvent.newBuilder()
                    .setSubjectId("desk-b")
                    .setRuleId("long")
                    .setKind(AlertEventKind.ACKNOWLEDGE)
                    .setBy("ann")
                    .setEventTime(at(4))
                    .build();
            books.feed(new TestRecord(Topic.ALERT_EVENTS, "desk-b", taken, at(4).toEpochMilli(), 0));
            books.feed(part("desk-b", "pool-1", 2000, 9, 22_000, 10, 20_000, 5 * 3600));
            books.feedRaw(held.topic(), held.key(), null, at(6 * 3600).toEpochMilli());

            assertThat(books.alerts())
                    .extracting(Alert::getCause)
                    .as("no reminder after four hours")
                    .containsExactly(AlertCause.BEGAN, AlertCause.ACKNOWLEDGED, AlertCause.GONE);
        }
    }

    private BookDriver open(String rules) throws IOException {
        return BookDriver.open(folder, RuleSettings.of(folder, rules));
    }
}
