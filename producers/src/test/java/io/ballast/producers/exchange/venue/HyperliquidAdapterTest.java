/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.exchange.market.Funding;
import io.ballast.producers.exchange.market.Observed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HyperliquidAdapterTest {

    private static final String ETH = "hyperliquid:ETH";
    private static final Instant TIME = Instant.ofEpochMilli(1769860799050L);

    private final Listening hyperliquid = new Listening(Venue.HYPERLIQUID.adapter(VenuePlan.of(List.of("ETH"))));

    @Test
    void asksForEachChannelOfEachCoin() {
        assertThat(hyperliquid.opening())
                .containsExactly(
                        "{'method':'subscribe','subscription':{'type':'bbo','coin':'ETH'}}",
                        "{'method':'subscribe','subscription':{'type':'trades','coin':'ETH'}}",
                        "{'method':'subscribe','subscription':{'type':'activeAssetCtx','coin':'ETH'}}");
    }

    @Test
    void theBestOfBothSidesIsAQuote() throws MalformedMessageException {
        assertThat(hyperliquid.observed("{'channel':'bbo','data':{'coin':'ETH','time':1769860799050,"
                        + "'bbo':[{'px':'3285.1','sz':'3.2','n':2},{'px':'3285.2','sz':'1','n':1}]}}"))
                .containsExactly(new Observed.Quote(ETH, new BigDecimal("3285.1"), new BigDecimal("3285.2"), TIME));
        assertThat(hyperliquid.hear("{'channel':'bbo','data':{'coin':'ETH','time':1769860799050,"
                        + "'bbo':[null,{'px':'3285.2','sz':'1','n':1}]}}"))
                .containsExactly(new Heard.Aside("bbo of a one-sided book"));
    }

    @Test
    void tradesComeSeveralAtATime() throws MalformedMessageException {
        String trade = "{'coin':'ETH','side':'B','px':'3285.1','sz':'0.5','hash':'0x1','time':1769860799050,'tid':9}";

        assertThat(hyperliquid.observed(
                        "{'channel':'trades','data':[" + trade + "," + trade.replace("5.1", "5.3") + "]}"))
                .containsExactly(
                        new Observed.Trade(ETH, new BigDecimal("3285.1"), TIME),
                        new Observed.Trade(ETH, new BigDecimal("3285.3"), TIME));
    }

    @Test
    void fundingIsForAnHour() throws MalformedMessageException {
        assertThat(hyperliquid.observed("{'channel':'activeAssetCtx','data':{'coin':'ETH','ctx':{"
                        + "'funding':'0.0000125','openInterest':'880.1','prevDayPx':'3100','dayNtlVlm':'1','premium':'0',"
                        + "'oraclePx':'3284.9','markPx':'3285.15','midPx':null,'impactPxs':['3285','3286']}}}"))
                .containsExactly(new Observed.Mark(
                        ETH,
                        new BigDecimal("3285.15"),
                        Optional.of(new BigDecimal("3284.9")),
                        Optional.of(new Funding(new BigDecimal("0.0000125"), Optional.of(1), Optional.empty())),
                        Listening.NOW));
    }

    @Test
    void answersAndRefusalsAreToldApart() throws MalformedMessageException {
        assertThat(hyperliquid.hear("{'channel':'pong'}")).containsExactly(new Heard.Aside("pong"));
        assertThat(hyperliquid.hear("{'channel':'subscriptionResponse','data':{}}"))
                .containsExactly(new Heard.Aside("subscriptionResponse"));
        assertThat(hyperliquid.hear("{'channel':'error','data':'Invalid subscription'}"))
                .containsExactly(new Heard.Complaint("Invalid subscription"));
        assertThat(hyperliquid.hear("{'channel':'candle','data':{}}")).containsExactly(new Heard.Unknown("candle"));
    }

    @Test
    void itsGreetingIsNoMessage() {
        VenueAdapter adapter = Venue.HYPERLIQUID.adapter(VenuePlan.of(List.of("ETH")));

        assertThat(adapter.isGreeting("Websocket connection established.")).isTrue();
        assertThat(adapter.isGreeting("{}")).isFalse();
    }
}
