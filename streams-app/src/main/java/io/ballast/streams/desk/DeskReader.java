/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.schema.HedgePolicy;
import io.ballast.schema.OptionChain;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schemas.catalogue.Topic;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what was kept of a desk's input. */
public final class DeskReader {

    private final String topicPrefix;
    private final Deserializer<PortfolioCurve> curves;
    private final Deserializer<OptionChain> chains;
    private final Deserializer<HedgePolicy> policies;

    public DeskReader(
            String topicPrefix,
            Deserializer<PortfolioCurve> curves,
            Deserializer<OptionChain> chains,
            Deserializer<HedgePolicy> policies) {
        this.topicPrefix = topicPrefix;
        this.curves = curves;
        this.chains = chains;
        this.policies = policies;
    }

    void read(Desk desk, Topic topic, String key, byte[] value) {
        switch (topic) {
            case PORTFOLIO_CURVES -> desk.curve(key, curves.deserialize(topic.fullName(topicPrefix), value));
            case OPTION_CHAINS -> desk.chain(key, chains.deserialize(topic.fullName(topicPrefix), value));
            case HEDGE_EVENTS -> desk.hedges(key, PortfolioHedges.decode(value));
            case POLICIES ->
                desk.policy(
                        key,
                        OptionRule.of(policies.deserialize(topic.fullName(topicPrefix), value)
                                .getOptions()));
            case DESK_PRICES -> desk.history(Long.parseLong(key), PriceHistory.decode(value));
            case PORTFOLIO_PARTS -> desk.price(key, PoolPrice.decode(value));
            default -> throw new IllegalStateException("no input of desks: " + topic);
        }
    }
}
