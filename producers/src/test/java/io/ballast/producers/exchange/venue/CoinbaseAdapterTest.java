/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.exchange.market.Observed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoinbaseAdapterTest {

    private static final String ETH = "coinbase:ETH-USD";
    private static final String TICKER =
            "{'type':'ticker','sequence':37475248783,'product_id':'ETH-USD','price':'3285.67','open_24h':'3200.1',"
                    + "'volume_24h':'245532.79269678','best_bid':'3285.66','best_bid_size':'0.4','best_ask':'3285.67',"
                    + "'best_ask_size':'1.6','side':'buy','time':'2026-01-31T11:59:59.876543Z','trade_id':370843401,"
                    + "'last_size':'11.4396987'}";
    private static final String MATCH =
            "{'type':'match','trade_id':370843401,'maker_order_id':'a','taker_order_id':'b','side':'sell',"
                    + "'size':'0.1','price':'3285.670000000000000001','product_id':'ETH-USD','sequence':37475248784,"
                    + "'time':'2026-01-31T11:59:59.876543Z'}";
    private static final Instant TIME = Instant.parse("2026-01-31T11:59:59.876543Z");

    private final Listening coinbase =
            new Listening(Venue.COINBASE.adapter(VenuePlan.of(List.of("ETH-USD", "BTC-USD"))));

    @Test
    void asksForTickersTradesAndHeartbeats() {
        assertThat(coinbase.opening())
                .containsExactly("{'type':'subscribe','product_ids':['ETH-USD','BTC-USD'],"
                        + "'channels':['ticker','matches','heartbeat']}");
    }

    @Test
    void aTickerIsAQuote() throws MalformedMessageException {
        assertThat(coinbase.observed(TICKER))
                .containsExactly(new Observed.Quote(ETH, new BigDecimal("3285.66"), new BigDecimal("3285.67"), TIME));
    }

    @Test
    void aMatchIsATradeToTheLastDigit() throws MalformedMessageException {
        assertThat(coinbase.observed(MATCH))
                .containsExactly(new Observed.Trade(ETH, new BigDecimal("3285.670000000000000001"), TIME));
    }

    @Test
    void tradesLeftOutAreAGapAndARepeatIsOne() throws MalformedMessageException {
        coinbase.hear(MATCH.replace("'match'", "'last_match'"));

        assertThat(coinbase.hear(MATCH)).containsExactly(new Heard.Repeat(ETH));
        assertThat(coinbase.hear(MATCH.replace("370843401", "370843404")))
                .hasSize(2)
                .contains(new Heard.Gap(ETH, 2));
    }

    @Test
    void anOlderTickerIsARepeat() throws MalformedMessageException {
        coinbase.hear(TICKER);

        assertThat(coinbase.hear(TICKER.replace("8783", "8782"))).containsExactly(new Heard.Repeat(ETH));
    }

    @Test
    void aRefusalIsForPeople() throws MalformedMessageException {
        assertThat(coinbase.hear("{'type':'error','message':'Failed to subscribe','reason':'X-Y is no product'}"))
                .containsExactly(new Heard.Complaint("Failed to subscribe: X-Y is no product"));
    }

    @Test
    void whatWeHaveNoUseForIsNotUnknown() throws MalformedMessageException {
        assertThat(coinbase.hear("{'type':'subscriptions','channels':[]}"))
                .containsExactly(new Heard.Aside("subscriptions"));
        assertThat(coinbase.hear("{'type':'heartbeat','last_trade_id':0,'product_id':'ETH-USD','sequence':90,"
                        + "'time':'2026-01-31T11:59:59Z'}"))
                .containsExactly(new Heard.Aside("heartbeat"));
        assertThat(coinbase.hear("{'type':'auction','product_id':'ETH-USD'}"))
                .containsExactly(new Heard.Unknown("auction"));
        assertThat(coinbase.hear(MATCH.replace("ETH-USD", "XRP-USD")))
                .containsExactly(new Heard.Unknown("instrument that we did not ask for"));
    }

    @Test
    void aBookWithOneSideIsNoQuote() throws MalformedMessageException {
        assertThat(coinbase.hear(TICKER.replace("'best_bid':'3285.66'", "'best_bid':'0'")))
                .containsExactly(new Heard.Aside("ticker of a one-sided book"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{'no':'type'}",
                "{'type':'match','product_id':'ETH-USD'}",
                "{'type':'match','product_id':'ETH-USD','price':'1,5','time':'2026-01-31T11:59:59Z','trade_id':1}",
                "{'type':'match','product_id':'ETH-USD','price':'1e999999','time':'2026-01-31T11:59:59Z','trade_id':1}",
                "{'type':'match','product_id':'ETH-USD','price':'NaN','time':'2026-01-31T11:59:59Z','trade_id':1}",
                "{'type':'match','product_id':'ETH-USD','price':'1','time':'yesterday','trade_id':1}",
                "{'type':'match','product_id':'ETH-USD','price':'1','time':'2026-01-31T11:59:59Z','trade_id':-1}",
                "{'type':'match','product_id':{},'price':'1','time':'2026-01-31T11:59:59Z','trade_id':1}"
            })
    void whatCannotBeReadIsRefused(String message) {
        assertThatThrownBy(() -> coinbase.hear(message)).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void theReasonNamesFieldValueAndRule() {
        assertThatThrownBy(() -> coinbase.hear(MATCH.replace("3285.670000000000000001", "dear")))
                .hasMessage("price is [dear], not a number");
    }
}
