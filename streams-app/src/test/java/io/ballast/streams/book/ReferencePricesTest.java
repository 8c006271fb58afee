/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.MarketFlag;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolKind;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.ReferencePrice;
import io.ballast.streams.market.MarketNames;
import io.ballast.streams.state.ReferencePriceStore;
import io.ballast.streams.testkit.Chain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;
import org.junit.jupiter.api.Test;

/** Which of what is known of a token's price is taken. */
class ReferencePricesTest {

    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final String OWN = "coinbase:ETH-USD";
    private static final String MERGED = "market:ETH-USD";

    private static final Duration STALE = Duration.ofMinutes(5);
    private static final PriceSources SOURCES = new PriceSources(
            new MarketNames(Map.of(), Map.of("WETH", "ETH"), Set.of("USDC"), Set.of("USD"), List.of()),
            true,
            Duration.ofMinutes(1),
            1e-4);

    private final ReferencePrices prices = new ReferencePrices(
            new ReferencePriceStore(new InMemoryKeyValueStore("reference-prices")), SOURCES, 2000, STALE);

    @Test
    void shouldTakeWhatTheInstrumentSaysWhereItIsTheOnlySource() {
        say(OWN, 2000, 0, 1);
        say(MERGED, 1999, 0, 1);

        assertThat(usd(OWN, 1).map(UsdPrice::usd)).contains(2000.0);
    }

    @Test
    void shouldTakeTheMergedPriceOfSeveralSourcesAsOfTheTime() {
        say(OWN, 2000, 0, 1);
        say(MERGED, 2001, 0, 2);
        say(OWN, 2002, 20, 1);
        say(MERGED, 2003, 20, 3);

        assertThat(usd(OWN, 19).map(UsdPrice::usd)).contains(2001.0);
        assertThat(usd(OWN, 20).map(UsdPrice::usd)).contains(2003.0);
    }

    @Test
    void shouldTakeTheMergedPriceOfAnInstrumentThatIsSilent() {
        say(MERGED, 2001, 0, 2);

        assertThat(usd(OWN, 1).map(UsdPrice::usd)).contains(2001.0);
        assertThat(usd("kraken:WETH-USD", 1).map(UsdPrice::usd)).contains(2001.0);
    }

    @Test
    void shouldGoBackToTheInstrumentWhenTheMergedPriceIsLeftBehind() {
        say(MERGED, 2001, 0, 2);
        say(OWN, 2100, 60, 1);
        assertThat(usd(OWN, 60).map(UsdPrice::usd)).contains(2001.0);

        say(OWN, 2200, 61, 1);
        assertThat(usd(OWN, 61).map(UsdPrice::usd)).contains(2200.0);
    }

    @Test
    void shouldSayHowOldAHeldPriceIs() {
        prices.add(merged(2001, 400, 2)
                .setObservedTime(NOON)
                .setFlags(List.of(MarketFlag.HELD))
                .build());

        UsdPrice price = usd(OWN, 400).orElseThrow();
        assertThat(price.time()).isEqualTo(NOON);
        assertThat(price.ageMs(NOON.plusSeconds(400))).isEqualTo(400_000);
        assertThat(price.stale()).isTrue();
        assertThat(price.uncertain()).isTrue();
    }

    @Test
    void shouldSayWhenAPriceComesFromThePoolItself() {
        say("coinbase:ETH-USD", 2000, 0, 1);
        PoolDefinition pool = pool(null);
        pool.getTokens().get(0).setPriceSource(OWN);

        UsdPrice price = prices.perToken1(pool, 4.0, NOON).orElseThrow();
        assertThat(price.usd()).isEqualTo(500);
        assertThat(price.flags()).containsExactly(QualityFlag.USD_ESTIMATED);
    }

    @Test
    void shouldRememberWhatWasSaid() {
        ReferencePriceStore store = new ReferencePriceStore(new InMemoryKeyValueStore("reference-prices"));
        new ReferencePrices(store, SOURCES, 2000, STALE)
                .add(merged(2001, 400, 2)
                        .setObservedTime(NOON)
                        .setFlags(List.of(MarketFlag.HELD))
                        .build());

        ReferencePrices anew = new ReferencePrices(store, SOURCES, 2000, STALE);
        UsdPrice price = anew.perToken1(pool(OWN), null, NOON.plusSeconds(400)).orElseThrow();
        assertThat(price.flags()).containsExactly(QualityFlag.USD_STALE, QualityFlag.USD_UNCERTAIN);
    }

    private void say(String instrument, double price, int second, int sources) {
        prices.add(ReferencePrice.newBuilder(merged(price, second, sources))
                .setInstrumentId(instrument)
                .build());
    }

    private static ReferencePrice.Builder merged(double price, int second, int sources) {
        return ReferencePrice.newBuilder()
                .setInstrumentId(MERGED)
                .setPrice(price)
                .setEventTime(NOON.plusSeconds(second))
                .setSources(sources);
    }

    private Optional<UsdPrice> usd(String source, int second) {
        return prices.perToken1(pool(source), null, NOON.plusSeconds(second));
    }

    private static PoolDefinition pool(String source) {
        return PoolDefinition.newBuilder()
                .setPoolId("uniswap-v3:1:0x01")
                .setKind(PoolKind.CONCENTRATED)
                .setVenue("uniswap-v3")
                .setChainId(1)
                .setAddress("0x01")
                .setTokens(List.of(Chain.token("0xa0", 18, null), Chain.token("0xa1", 18, source)))
                .setBlockNumber(1)
                .setLogIndex(0)
                .setEventTime(NOON)
                .build();
    }
}
