/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.exchange.market.Observed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KrakenAdapterTest {

    private static final String ETH = "kraken:ETH/USD";
    private static final String TICKER =
            "{'channel':'ticker','type':'snapshot','data':[{'symbol':'ETH/USD','bid':3285.10,'bid_qty':740.0,"
                    + "'ask':3285.20,'ask_qty':740.0,'last':3285.10,'volume':997038.98383185,'vwap':0.10148,"
                    + "'low':0.09979,'high':0.10285,'change':-0.00017,'change_pct':-0.17,"
                    + "'timestamp':'2026-01-31T11:59:59.123456Z'}]}";
    private static final Instant TIME = Instant.parse("2026-01-31T11:59:59.123456Z");

    private final Listening kraken = new Listening(Venue.KRAKEN.adapter(VenuePlan.of(List.of("ETH/USD", "BTC/USD"))));

    private static String trades(String... items) {
        return "{'channel':'trade','type':'update','data':[" + String.join(",", items) + "]}";
    }

    private static String trade(long id, String price) {
        return "{'symbol':'ETH/USD','side':'sell','price':" + price + ",'qty':40.0,'ord_type':'market','trade_id':" + id
                + ",'timestamp':'2026-01-31T11:59:59.123456Z'}";
    }

    @Test
    void asksForEachChangeOfTheBestAndForTrades() {
        assertThat(kraken.opening())
                .containsExactly(
                        "{'method':'subscribe','params':{'channel':'ticker','symbol':['ETH/USD','BTC/USD'],"
                                + "'event_trigger':'bbo'}}",
                        "{'method':'subscribe','params':{'channel':'trade','symbol':['ETH/USD','BTC/USD']}}");
    }

    @Test
    void numbersAreAsExactAsWritten() throws MalformedMessageException {
        assertThat(kraken.observed(TICKER))
                .containsExactly(new Observed.Quote(ETH, new BigDecimal("3285.10"), new BigDecimal("3285.20"), TIME));
        assertThat(kraken.observed(trades(trade(1, "3285.123456789012345678"))))
                .containsExactly(new Observed.Trade(ETH, new BigDecimal("3285.123456789012345678"), TIME));
    }

    @Test
    void withoutATimeOursStandsIn() throws MalformedMessageException {
        assertThat(kraken.observed(TICKER.replace(",'timestamp':'2026-01-31T11:59:59.123456Z'", "")))
                .extracting(Observed::time)
                .containsExactly(Listening.NOW);
    }

    @Test
    void tradesToldAgainAfterSubscribingAreRepeats() throws MalformedMessageException {
        kraken.hear(trades(trade(1, "3285"), trade(2, "3286")));

        assertThat(kraken.hear(trades(trade(1, "3285"), trade(2, "3286"), trade(4, "3288"))))
                .containsExactly(
                        new Heard.Repeat(ETH),
                        new Heard.Repeat(ETH),
                        new Heard.Gap(ETH, 1),
                        new Heard.Market(new Observed.Trade(ETH, new BigDecimal("3288"), TIME)));
    }

    @Test
    void oneThatCannotBeReadCostsNoneOfTheOthers() throws MalformedMessageException {
        assertThat(kraken.hear(trades(trade(1, "3285"), trade(2, "'dear'"), "7", trade(3, "3286"))))
                .contains(
                        new Heard.Malformed("price is [dear], not a number"),
                        new Heard.Malformed("[7] is no JSON object"),
                        new Heard.Market(new Observed.Trade(ETH, new BigDecimal("3286"), TIME)));
    }

    @Test
    void maintenanceAndRefusalsAreForPeople() throws MalformedMessageException {
        assertThat(kraken.hear("{'channel':'status','type':'update','data':[{'system':'online','version':'2.0.0'}]}"))
                .containsExactly(new Heard.Aside("status"));
        assertThat(kraken.hear("{'channel':'status','type':'update','data':[{'system':'maintenance'}]}"))
                .containsExactly(new Heard.Complaint("the exchange is in maintenance"));
        assertThat(kraken.hear("{'error':'Currency pair not supported X/Y','method':'subscribe','success':false}"))
                .containsExactly(new Heard.Complaint("Currency pair not supported X/Y"));
    }

    @Test
    void whatWeHaveNoUseForIsNotUnknown() throws MalformedMessageException {
        assertThat(kraken.hear("{'channel':'heartbeat'}")).containsExactly(new Heard.Aside("heartbeat"));
        assertThat(kraken.hear("{'method':'pong','time_in':'x'}")).containsExactly(new Heard.Aside("pong"));
        assertThat(kraken.hear("{'channel':'instrument','data':{}}")).containsExactly(new Heard.Unknown("instrument"));
    }
}
