/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.schema.HedgeEvent;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.HedgePolicy;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.PositionClaim;
import io.ballast.schema.ReferencePrice;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.AvroSerializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Records as bytes, as they lie on their topics. */
public final class DeskCodec {

    private final String topicPrefix;
    private final Serializer<SpecificRecord> values;
    private final Deserializer<HedgeInstrument> instruments;
    private final Deserializer<HedgeEvent> events;
    private final Deserializer<HedgePolicy> policies;
    private final Deserializer<PositionClaim> claims;
    private final Deserializer<PortfolioPart> parts;
    private final Deserializer<ReferencePrice> prices;
    private final Deserializer<PortfolioRisk> risks;
    private final Deserializer<HedgeRecommendation> advice;
    private final Deserializer<OptionSurface> surfaces;

    public DeskCodec(SchemaRegistryClient registry, String topicPrefix, boolean registersSchemas) {
        this.topicPrefix = topicPrefix;
        values = new AvroSerializer<>(registry, registersSchemas);
        instruments = new AvroDeserializer<>(HedgeInstrument.class, registry);
        events = new AvroDeserializer<>(HedgeEvent.class, registry);
        policies = new AvroDeserializer<>(HedgePolicy.class, registry);
        claims = new AvroDeserializer<>(PositionClaim.class, registry);
        parts = new AvroDeserializer<>(PortfolioPart.class, registry);
        prices = new AvroDeserializer<>(ReferencePrice.class, registry);
        risks = new AvroDeserializer<>(PortfolioRisk.class, registry);
        advice = new AvroDeserializer<>(HedgeRecommendation.class, registry);
        surfaces = new AvroDeserializer<>(OptionSurface.class, registry);
    }

    HedgeInstrument instrument(byte[] raw) {
        return instruments.deserialize(name(Topic.HEDGE_INSTRUMENTS), raw);
    }

    HedgeEvent event(byte[] raw) {
        return events.deserialize(name(Topic.HEDGE_EVENTS), raw);
    }

    HedgePolicy policy(byte[] raw) {
        return policies.deserialize(name(Topic.POLICIES), raw);
    }

    PositionClaim claim(byte[] raw) {
        return claims.deserialize(name(Topic.CLAIMS), raw);
    }

    PortfolioPart part(byte[] raw) {
        return parts.deserialize(name(Topic.PORTFOLIO_PARTS), raw);
    }

    ReferencePrice price(byte[] raw) {
        return prices.deserialize(name(Topic.DESK_PRICES), raw);
    }

    PortfolioRisk risk(byte[] raw) {
        return risks.deserialize(name(Topic.PORTFOLIO_RISK), raw);
    }

    HedgeRecommendation advice(byte[] raw) {
        return advice.deserialize(name(Topic.HEDGE_RECOMMENDATIONS), raw);
    }

    OptionSurface surface(byte[] raw) {
        return surfaces.deserialize(name(Topic.OPTION_SURFACES), raw);
    }

    byte[] bytes(OptionSurface surface) {
        return values.serialize(name(Topic.OPTION_SURFACES), surface);
    }

    byte[] bytes(PortfolioRisk risk) {
        return values.serialize(name(Topic.PORTFOLIO_RISK), risk);
    }

    byte[] bytes(HedgeRecommendation recommendation) {
        return values.serialize(name(Topic.HEDGE_RECOMMENDATIONS), recommendation);
    }

    private String name(Topic topic) {
        return topic.fullName(topicPrefix);
    }
}
