/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.producers.exchange.market.LatestValues;
import io.ballast.producers.exchange.market.ObservationRecords;
import io.ballast.producers.exchange.venue.VenuePlan;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Messages of which something was changed are read, refused or counted: none stops an adapter, and what is read can be written. */
class HostileMessagesPropertyTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:10:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_CHANGES = 3;
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[{}]",
            "-1",
            "0",
            "1e300",
            "1e-300",
            "1e999999999",
            "99999999999999999999",
            "999999999999999999",
            "\"NaN\"",
            "\"Infinity\"",
            "\"-1\"",
            "\"1e999999999\"",
            "\"" + "9".repeat(100) + "\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"-1000000000-01-01T00:00:00Z\"",
            "\"\\u0000\"");

    /** What exchanges say besides the prices of the scripts. */
    private static final List<String> MORE = List.of(
            "{'type':'ticker','sequence':3,'product_id':'ETH-USD','best_bid':'1','best_ask':'2',"
                    + "'time':'2026-01-31T11:59:59Z'}",
            "{'stream':'s','data':{'e':'bookTicker','T':1769860799050,'u':4,'s':'ETHUSDT','b':'1','a':'2'}}",
            "{'stream':'s','data':{'e':'markPriceUpdate','E':1769860799050,'s':'ETHUSDT','p':'1','i':'2','r':'0.1',"
                    + "'T':1769860800000}}",
            "{'channel':'ticker','type':'update','data':[{'symbol':'ETH/USD','bid':1.0,'ask':2.0,"
                    + "'timestamp':'2026-01-31T11:59:59Z'}]}",
            "{'channel':'status','data':[{'system':'online'}]}",
            "{'method':'subscription','params':{'channel':'ticker.ETH-PERPETUAL.100ms','data':{"
                    + "'instrument_name':'ETH-PERPETUAL','timestamp':1769860799050,'best_bid_price':1.0,"
                    + "'best_ask_price':2.0,'mark_price':1.5,'index_price':1.5,'current_funding':0.1}}}",
            "{'method':'subscription','params':{'channel':'ticker.X.100ms','data':{"
                    + "'instrument_name':'ETH-27MAR26-3000-C','timestamp':1769860799050,'best_bid_price':1.0,"
                    + "'best_bid_amount':1.0,'bid_iv':50.0,'mark_price':1.5,'mark_iv':50.0,'underlying_price':1.5}}}",
            "{'method':'subscription','params':{'channel':'deribit_price_index.eth_usd','data':{'price':1.0,"
                    + "'timestamp':1769860799050,'index_name':'eth_usd'}}}",
            "{'id':3,'result':[{'kind':'option','instrument_name':'ETH-27MAR26-3000-C','base_currency':'ETH',"
                    + "'quote_currency':'ETH','instrument_type':'reversed','settlement_period':'month',"
                    + "'contract_size':1.0,'min_trade_amount':1.0,'strike':3000.0,'option_type':'call',"
                    + "'expiration_timestamp':1774598400000,'maker_commission':0.1,'taker_commission':0.1}]}",
            "{'topic':'orderbook.1.ETHUSDT','type':'snapshot','ts':1769860799050,'data':{'b':[['1','1']],"
                    + "'a':[['2','1']]}}",
            "{'topic':'tickers.ETHUSDT','type':'snapshot','ts':1769860799050,'data':{'bid1Price':'1','ask1Price':'2',"
                    + "'markPrice':'1','indexPrice':'1','fundingRate':'0.1','nextFundingTime':'1769860800000',"
                    + "'fundingIntervalHour':'8'}}",
            "{'channel':'bbo','data':{'coin':'ETH','time':1769860799050,'bbo':[{'px':'1'},{'px':'2'}]}}",
            "{'channel':'activeAssetCtx','data':{'coin':'ETH','ctx':{'funding':'0.1','oraclePx':'1','markPx':'1'}}}");

    @Property(tries = 3_000)
    void noneStopsAnAdapter(@ForAll Random random) throws IOException {
        VenueScript script = VenueScript.values()[random.nextInt(VenueScript.values().length)];
        LatestValues latest = new LatestValues(1_000);
        FeedCounts counts = new FeedCounts();
        VenueConversation conversation = new VenueConversation(
                "venue", script.venue().adapter(plan(script)), latest, new UnreadableMessages(), counts, () -> NOW);
        conversation.opening().forEach(asked -> script.answers(asked).forEach(conversation::hear));
        for (String message : said(script)) {
            conversation.hear(changed(message, random));
        }

        latest.take(Integer.MAX_VALUE)
                .forEach(observed -> assertThat(ObservationRecords.of(observed).timestampMs())
                        .isNotNegative());
    }

    private static VenuePlan plan(VenueScript script) {
        return new VenuePlan(
                List.of(script.instrument()), List.of("ETH"), List.of("eth_usd"), List.of("eth_usd"), true);
    }

    private static List<String> said(VenueScript script) {
        List<String> said = new ArrayList<>();
        MORE.forEach(message -> said.add(message.replace('\'', '"')));
        said.add(script.says(1));
        said.add(script.says(2));
        return said;
    }

    private static String changed(String message, Random random) throws IOException {
        JsonNode tree = JSON.readTree(message);
        for (int change = 0; change <= random.nextInt(MOST_CHANGES); change++) {
            change(tree, random);
        }
        // Now and then cut off.
        String text = tree.toString();
        return random.nextInt(20) == 0 ? text.substring(0, random.nextInt(text.length())) : text;
    }

    private static void change(JsonNode node, Random random) throws IOException {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (isDeep(object.get(name), random)) {
                change(object.get(name), random);
            } else if (random.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, value(random));
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int index = random.nextInt(array.size());
            if (isDeep(array.get(index), random)) {
                change(array.get(index), random);
            } else {
                array.set(index, value(random));
            }
        }
    }

    private static boolean isDeep(JsonNode node, Random random) {
        return node.isContainerNode() && random.nextInt(5) > 0;
    }

    private static JsonNode value(Random random) throws IOException {
        return JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
    }
}
