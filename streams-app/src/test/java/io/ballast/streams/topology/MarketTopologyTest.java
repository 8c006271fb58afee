/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.MarketFlag;
import io.ballast.schema.MarketPrice;
import io.ballast.schema.MarketRegime;
import io.ballast.schema.MarketSource;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.SourceStanding;
import io.ballast.streams.config.MarketKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.SmallPool;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several venues say of a pair, and what a position is worth by it. */
class MarketTopologyTest {

    private static final long SOME = 1_000_000_000_000_000_000L;
    private static final Instant START = Chain.timeOf(100);

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain);

    @Test
    void shouldSayOfAnOnlySourceWhatThatSays() {
        trade("coinbase:ETH-USD", 2000, 0);

        MarketPrice price = last(marketPrices());
        assertThat(price.getPair()).isEqualTo("ETH-USD");
        assertThat(price.getPrice()).isEqualTo(2000);
        assertThat(price.getEventTime()).isEqualTo(START);
        assertThat(price.getSourcesUsed()).isEqualTo(1);
        assertThat(price.getRegime()).isEqualTo(MarketRegime.UNKNOWN);
        assertThat(price.getVolatility()).isNull();
        assertThat(price.getDepegged()).isNull();
        assertThat(price.getFlags()).isEmpty();
    }

    @Test
    void shouldPriceByAllSourcesWhereThereAreSeveral() {
        define("coinbase:ETH-USD");
        trade("coinbase:ETH-USD", 2000, 0);
        trade("kraken:ETH-USD", 2001, 0);
        trade("binance:ETH-USDT", 2004, 0);
        pool.initialize().mint(ALICE, SOME);

        assertThat(alice().getUsdPerToken1()).isEqualTo(2001);
        assertThat(alice().getFlags()).isEmpty();
    }

    @Test
    void shouldPriceByTheNamedInstrumentWhereThatIsWanted() {
        define("coinbase:ETH-USD");
        trade("coinbase:ETH-USD", 2000, 0);
        trade("kraken:ETH-USD", 2001, 0);
        pool.initialize().mint(ALICE, SOME);

        PositionRisk alice = alice(Map.of(MarketKeys.PREFER_MERGED, "false"));
        assertThat(alice.getUsdPerToken1()).isEqualTo(2000);
    }

    @Test
    void shouldPriceByTheMergedPriceWhereATokenNamesIt() {
        define("market:ETH-USD");
        trade("coinbase:WETH-USD", 2000, 0);
        pool.initialize().mint(ALICE, SOME);

        assertThat(alice().getUsdPerToken1()).isEqualTo(2000);
    }

    @Test
    void shouldNotBelieveAVenueThatIsTenTimesOff() {
        define("coinbase:ETH-USD");
        trade("coinbase:ETH-USD", 2000, 0);
        trade("kraken:ETH-USD", 2001, 0);
        trade("bitstamp:ETH-USD", 2002, 0);
        trade("coinbase:ETH-USD", 20_000, 1);
        chain.nextBlock();
        pool.initialize().mint(ALICE, SOME);

        assertThat(alice().getUsdPerToken1()).isEqualTo(2001.5);
        assertThat(source(last(marketPrices()), "coinbase:ETH-USD").getStanding())
                .isEqualTo(SourceStanding.REJECTED);
    }

    @Test
    void shouldFlagWhatRestsOnSourcesThatDisagree() {
        define("coinbase:ETH-USD");
        trade("coinbase:ETH-USD", 2000, 0);
        trade("kraken:ETH-USD", 2100, 0);
        pool.initialize().mint(ALICE, SOME);

        assertThat(alice().getFlags()).containsExactly(QualityFlag.USD_UNCERTAIN);
        assertThat(last(marketPrices()).getFlags()).contains(MarketFlag.DISPUTED);
    }

    @Test
    void shouldTakeAStableAtItsMarketPriceWhenItHasLostItsPar() {
        pool.define(definition ->
                definition.setTokens(List.of(token("ETH", "coinbase:ETH-USD"), token("USDC", "par:USD"))));
        trade("coinbase:USDC-USD", 0.9, 0);
        pool.initialize().mint(ALICE, SOME);
        assertThat(alice().getUsdPerToken1()).isEqualTo(1);
        assertThat(alice().getFlags()).containsExactly(QualityFlag.USD_AT_PAR);

        trade("coinbase:USDC-USD", 0.89, 60);
        chain.skipTo(106);
        pool.mint(ALICE, SOME);

        assertThat(alice().getUsdPerToken1()).isEqualTo(0.89);
        assertThat(alice().getFlags()).containsExactly(QualityFlag.USD_UNCERTAIN, QualityFlag.USD_DEPEGGED);
        assertThat(last(marketPrices()).getDepegged()).isTrue();
        assertThat(last(marketPrices()).getDepeggedSince()).isEqualTo(START);
    }

    @Test
    void shouldTakeAQuoteInAStableForDollarsUntilThatHasLostItsPar() {
        trade("binance:ETH-USDT", 2000, 0);
        trade("coinbase:USDT-USD", 0.98, 0);
        trade("binance:ETH-USDT", 2001, 1);
        assertThat(last(marketPrices("ETH-USD")).getPrice()).isEqualTo(2001);

        trade("coinbase:USDT-USD", 0.98, 61);
        trade("binance:ETH-USDT", 2001, 62);
        assertThat(last(marketPrices("ETH-USD")).getPrice()).isCloseTo(0.98 * 2001, within(1e-9));
    }

    @Test
    void shouldCrossTwoPairs() {
        trade("coinbase:ETH-USD", 3000, 0);
        trade("coinbase:BTC-USD", 60_000, 3);
        List<MarketPrice> prices = marketPrices("ETH-BTC", Map.of(MarketKeys.CROSSES, "ETH-BTC"));

        assertThat(last(prices).getPrice()).isEqualTo(0.05);
        assertThat(last(prices).getObservedTime()).isEqualTo(START);
        assertThat(source(last(prices), "cross:ETH-USD/BTC-USD").getPrice()).isEqualTo(0.05);

        trade("binance:ETH-BTC", 0.0501, 4);
        assertThat(last(marketPrices("ETH-BTC", Map.of(MarketKeys.CROSSES, "ETH-BTC")))
                        .getPrice())
                .isCloseTo(0.05005, within(1e-12));
    }

    @Test
    void shouldNotPublishWhatHasNotMoved() {
        for (int second = 0; second < 100; second++) {
            trade("coinbase:ETH-USD", second % 2 == 0 ? 2000 : 2000.1, second);
        }
        assertThat(marketPrices())
                .extracting(price -> price.getEventTime().getEpochSecond() - START.getEpochSecond())
                .containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L);
    }

    @Test
    void shouldLeaveInstrumentsOfNoPairAlone() {
        trade("deribit:ETH-PERPETUAL", 2000, 0);
        trade("deribit:ETH-27MAR26-3000-C", 10, 0);
        assertThat(marketPrices()).isEmpty();
    }

    @Test
    void shouldTakeAnInstrumentForThePairThatIsSet() {
        trade("deribit:ETH-PERPETUAL", 2000, 0);
        Map<String, String> settings = Map.of(MarketKeys.INSTRUMENTS, "deribit:ETH-PERPETUAL=ETH-USD");
        assertThat(last(marketPrices("ETH-USD", settings)).getPrice()).isEqualTo(2000);
    }

    @Test
    void shouldRefuseATickOfTheFuture() {
        trade("coinbase:ETH-USD", 2000, 10 * 365 * 86_400);

        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(chain.records());
            assertThat(books.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.getReason())
                    .contains("ahead of the clock"));
            assertThat(books.newMarketPrices()).isEmpty();
        }
    }

    /** Microseconds were due: the time comes out in 1970. */
    @Test
    void shouldTakeNoPartInThePriceWithTimesInTheWrongUnit() {
        trade("coinbase:ETH-USD", 2000, 0);
        trade("kraken:ETH-USD", 2001, 0);
        Instant wrong = Instant.ofEpochMilli(START.toEpochMilli() / 1000);
        chain.tick("bad:ETH-USD", PriceTickKind.TRADE, tick -> tick.setPrice(1500.0)
                .setEventTime(wrong));
        trade("coinbase:ETH-USD", 2002, 1);

        MarketPrice price = last(marketPrices());
        assertThat(price.getPrice()).isEqualTo(2001.5);
        assertThat(price.getEventTime()).isEqualTo(START.plusSeconds(1));
        assertThat(source(price, "bad:ETH-USD").getStanding()).isEqualTo(SourceStanding.STALE);
    }

    @Test
    void shouldRefuseMicrosecondsWhereMillisecondsAreDue() {
        trade("coinbase:ETH-USD", 2000, 0);
        Instant wrong = Instant.ofEpochMilli(START.toEpochMilli() * 1000);
        chain.tick("kraken:ETH-USD", PriceTickKind.TRADE, tick -> tick.setPrice(1500.0)
                .setEventTime(wrong));
        trade("coinbase:ETH-USD", 2002, 1);

        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(chain.records());
            assertThat(books.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.getReason())
                    .contains("ahead of the clock"));
            assertThat(books.newMarketPrices())
                    .extracting(MarketPrice::getPrice)
                    .containsExactly(2000.0, 2002.0);
        }
    }

    @Test
    void shouldCountEventTime_whenKafkasTimestampIsInMicroseconds() {
        trade("coinbase:ETH-USD", 2000, 0);
        trade("coinbase:ETH-USD", 2002, 1);
        List<TestRecord> records = chain.records();

        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(records.get(0));
            TestRecord last = records.get(1);
            books.feedRaw(last.topic(), last.key(), books.bytes(last), last.timestampMs() * 1000);

            assertThat(books.deadLetters()).isEmpty();
            assertThat(last(books.newMarketPrices()).getEventTime()).isEqualTo(START.plusSeconds(1));
        }
    }

    @Test
    void shouldMakeDeadLettersOfPricesThatAreNone() {
        trade("coinbase:ETH-USD", 2000, 0);
        trade("coinbase:ETH-USD", 0, 1);
        trade("coinbase:ETH-USD", -5, 2);
        chain.tick("coinbase:ETH-USD", PriceTickKind.QUOTE, tick -> tick.setBid(2001.0)
                .setAsk(2000.0)
                .setEventTime(START.plusSeconds(3)));

        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(chain.records());
            assertThat(books.deadLetters()).hasSize(3).allSatisfy(letter -> assertThat(letter.getReason())
                    .containsAnyOf("price 0.0", "price -5.0", "bid 2001.0 is above ask 2000.0"));
            assertThat(books.newMarketPrices()).hasSize(1);
        }
    }

    @Test
    void shouldGoOnTheSameAfterARevival() {
        for (int second = 0; second < 900; second += 7) {
            trade("coinbase:ETH-USD", 2000 + 3 * Math.sin(second), second);
            trade("kraken:ETH-USD", 2000 + 4 * Math.sin(second + 1), second + 2);
            trade("binance:ETH-USDT", second == 497 ? 20_000 : 2000 + 2 * Math.sin(second + 2), second + 3);
            trade("coinbase:USDT-USD", second > 300 && second < 600 ? 0.97 : 1, second + 4);
        }
        List<MarketPrice> expected = marketPrices();
        List<MarketPrice> revived = new ArrayList<>();
        try (BookDriver books = BookDriver.open(folder)) {
            for (TestRecord record : chain.records()) {
                books.feed(record);
                revived.addAll(books.newMarketPrices());
                books.reinitialise();
            }
        }
        assertThat(revived).isEqualTo(expected).hasSizeGreaterThan(100);
        assertThat(expected).anyMatch(price -> price.getVolatility() != null);
    }

    private void define(String source1) {
        pool.define(definition ->
                definition.setTokens(List.of(Chain.token("0xa0", 18, null), Chain.token("0xa1", 18, source1))));
    }

    private static PoolToken token(String symbol, String source) {
        return PoolToken.newBuilder()
                .setAddress("0x" + symbol)
                .setSymbol(symbol)
                .setDecimals(18)
                .setPriceSource(source)
                .build();
    }

    private void trade(String instrument, double price, int second) {
        chain.tick(
                instrument, PriceTickKind.TRADE, tick -> tick.setPrice(price).setEventTime(START.plusSeconds(second)));
    }

    private List<MarketPrice> marketPrices() {
        return marketPrices(Map.of());
    }

    private List<MarketPrice> marketPrices(Map<String, String> settings) {
        try (BookDriver books = BookDriver.open(folder, settings)) {
            books.feed(chain.records());
            return books.newMarketPrices();
        }
    }

    private List<MarketPrice> marketPrices(String pair) {
        return marketPrices(pair, Map.of());
    }

    private List<MarketPrice> marketPrices(String pair, Map<String, String> settings) {
        return marketPrices(settings).stream()
                .filter(price -> price.getPair().equals(pair))
                .toList();
    }

    private PositionRisk alice() {
        return alice(Map.of());
    }

    private PositionRisk alice(Map<String, String> settings) {
        try (BookDriver books = BookDriver.open(folder, settings)) {
            return books.feed(chain.records()).risk().get(SmallPool.position(ALICE));
        }
    }

    private static MarketPrice last(List<MarketPrice> prices) {
        return prices.get(prices.size() - 1);
    }

    private static MarketSource source(MarketPrice price, String id) {
        return price.getSources().stream()
                .filter(source -> source.getSource().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
