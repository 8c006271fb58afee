/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.HedgeRecords.at;
import static io.ballast.streams.testkit.HedgeRecords.tick;
import static io.ballast.streams.testkit.RuleSettings.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.Alert;
import io.ballast.schema.AlertPhase;
import io.ballast.schema.AlertSubjectKind;
import io.ballast.schema.StripRecommendation;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.CoinPool;
import io.ballast.streams.testkit.RuleSettings;
import io.ballast.streams.testkit.SampleQuotes;
import io.ballast.streams.testkit.SmallPool;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts about merged prices and about strips of options. */
class MarketAlertsTopologyTest {

    @TempDir
    private Path folder;

    @Test
    void shouldTellThatTwoVenuesHaveDisagreedForAMinute_andThatTheyDoNoLonger() throws IOException {
        try (BookDriver books = open(rule("disputed", "market", "disputed", "  for: 1m\n"))) {
            for (int second = 0; second <= 90; second += 10) {
                books.feed(tick("coinbase:ETH-USD", 2000, second));
                books.feed(tick("kraken:ETH-USD", 2100, second));
            }
            books.feed(tick("kraken:ETH-USD", 2001, 100));

            assertThat(books.alerts())
                    .extracting(Alert::getState)
                    .containsExactly(AlertPhase.PENDING, AlertPhase.FIRING, AlertPhase.RESOLVED);
            Alert fired = books.alerts().get(1);
            assertThat(fired.getSubjectKind()).isEqualTo(AlertSubjectKind.MARKET);
            assertThat(fired.getSubjectId()).isEqualTo("ETH-USD");
            assertThat(fired.getEventTime()).isEqualTo(at(60));
            assertThat(fired.getOtherFlags()).contains("DISPUTED");
            assertThat(fired.getFlags()).isEmpty();
        }
    }

    @Test
    void shouldTellThatAStripIsToBeRolled() throws IOException {
        Chain chain = new Chain("a", 100);
        new CoinPool(chain)
                .create()
                .mint(SmallPool.ALICE, BigInteger.valueOf(150).multiply(BigInteger.TEN.pow(15)));
        SampleQuotes quotes = new SampleQuotes(0.7);
        double[] strikes = {1600, 1700, 1800, 1900, 2000, 2100, 2200, 2300, 2400, 2500, 2600};
        try (BookDriver books = open(rule("roll", "strip", "roll_due", "  where: {portfolio: desk-a}\n"))) {
            books.feed(chain.records());
            books.feed(quotes.chain(SampleQuotes.EXPIRY, 2100, SampleQuotes.EXPIRY.minus(Duration.ofDays(3)), strikes));
            books.advance(Duration.ofSeconds(5));
            assertThat(books.read(Topic.STRIP_RECOMMENDATIONS, StripRecommendation.class))
                    .isNotEmpty();
            assertThat(books.alerts()).isEmpty();

            books.feed(quotes.chain(SampleQuotes.EXPIRY, 2100, SampleQuotes.EXPIRY.minus(Duration.ofDays(1)), strikes));
            books.advance(Duration.ofSeconds(5));

            assertThat(books.alerts()).singleElement().satisfies(alert -> {
                assertThat(alert.getSubjectId()).isEqualTo("desk-a/eth|ETH|2024-03-29T08:00:00Z");
                assertThat(alert.getPortfolio()).isEqualTo("desk-a/eth");
                assertThat(alert.getFigures()).containsKey("forward");
            });
        }
    }

    private BookDriver open(String rules) throws IOException {
        Map<String, String> settings = RuleSettings.of(folder, rules);
        Path owners = Files.writeString(
                folder.resolve("owners.csv"), "owner,portfolio\n" + SmallPool.ALICE + ",desk-a/eth\n");
        settings.put(PublicationKeys.OWNERS_FILE, owners.toString());
        return BookDriver.open(folder, settings);
    }
}
