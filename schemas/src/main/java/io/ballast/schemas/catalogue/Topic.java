/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

import io.ballast.schema.Alert;
import io.ballast.schema.AlertDelivery;
import io.ballast.schema.AlertEvent;
import io.ballast.schema.ChainJournal;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.DeskInput;
import io.ballast.schema.HedgeEvent;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.HedgePolicy;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.MarketPrice;
import io.ballast.schema.MarketTick;
import io.ballast.schema.OptionChain;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.PortfolioScenarios;
import io.ballast.schema.PositionClaim;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTick;
import io.ballast.schema.ProducerProgress;
import io.ballast.schema.QuotedOption;
import io.ballast.schema.ReferencePrice;
import io.ballast.schema.StripRecommendation;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every topic of Ballast, in one place: topics are created, described, documented and checked from here.
 *
 * <p>Keys are UTF-8 strings on every topic. Values are Avro in the Confluent wire format; the subject is the topic's
 * full name plus {@code -value}.
 */
public enum Topic {
    POOLS("pools", PoolDefinition.class, "pool_id", Cleanup.COMPACT, Direction.INPUT, "what each pool is"),
    PRICE_TICKS(
            "price-ticks",
            PriceTick.class,
            "instrument_id",
            Cleanup.DELETE_SHORT,
            Direction.INPUT,
            "price observations of pools and markets"),
    POSITION_EVENTS(
            "position-events",
            PositionEvent.class,
            "pool_id",
            Cleanup.DELETE_LONG,
            Direction.INPUT,
            "who puts liquidity in, takes it out, collects, transfers"),
    POOL_EVENTS(
            "pool-events",
            PoolEvent.class,
            "pool_id",
            Cleanup.DELETE_LONG,
            Direction.INPUT,
            "initialise, flash, protocol fee, snapshot requests"),
    OPTION_QUOTES(
            "option-quotes",
            QuotedOption.class,
            "underlying",
            Cleanup.DELETE_SHORT,
            Direction.INPUT,
            "listed options: bids, offers and implied volatilities"),
    HEDGE_INSTRUMENTS(
            "hedge-instruments",
            HedgeInstrument.class,
            "instrument_id",
            Cleanup.COMPACT,
            Direction.INPUT,
            "contract specifications of what can be traded as a hedge"),
    HEDGE_EVENTS(
            "hedge-events",
            HedgeEvent.class,
            "portfolio",
            Cleanup.DELETE_LONG,
            Direction.INPUT,
            "fills, funding, transfers and settlements of hedge accounts"),
    POLICIES(
            "policies",
            HedgePolicy.class,
            "portfolio",
            Cleanup.COMPACT,
            Direction.INPUT,
            "how each portfolio is looked at, hedged and limited"),
    CLAIMS(
            "claims",
            PositionClaim.class,
            "portfolio",
            Cleanup.COMPACT,
            Direction.INPUT,
            "vaults, loans and tranches that pools of a portfolio are held through"),
    REFERENCE_PRICES(
            "reference-prices",
            ReferencePrice.class,
            "instrument_id",
            Cleanup.DELETE_SHORT,
            Direction.INTERNAL,
            "USD prices, each sent to all partitions of the pool books"),
    DESK_INPUTS(
            "desk-inputs",
            DeskInput.class,
            "portfolio, or instrument_id",
            Cleanup.DELETE_LONG,
            Direction.INTERNAL,
            "hedge events, policies and claims by desk, and hedge instruments to all desks"),
    DESK_PRICES(
            "desk-prices",
            ReferencePrice.class,
            "instrument_id",
            Cleanup.DELETE_SHORT,
            Direction.INTERNAL,
            "prices of market instruments in their own quote, each sent to all desks"),
    MARKET_TICKS(
            "market-ticks",
            MarketTick.class,
            "pair",
            Cleanup.DELETE_SHORT,
            Direction.INTERNAL,
            "price observations of markets, by the pair that they are needed for"),
    PRODUCER_PROGRESS(
            "producer-progress",
            ProducerProgress.class,
            "producer_id",
            Cleanup.COMPACT,
            Direction.INTERNAL,
            "how far each producer has come, written in the same transaction as its records"),
    CHAIN_JOURNAL(
            "chain-journal",
            ChainJournal.class,
            "producer_id",
            Cleanup.DELETE_LONG,
            Direction.INTERNAL,
            "the blocks and logs that a chain follower took, written in the same transaction as its records"),
    MARKET_PRICES(
            "market-prices",
            MarketPrice.class,
            "pair",
            Cleanup.COMPACT,
            Direction.OUTPUT,
            "price of each pair merged from all sources, its volatility and regime"),
    POSITION_RISK(
            "position-risk",
            PositionRisk.class,
            "position_id",
            Cleanup.COMPACT,
            Direction.OUTPUT,
            "amounts, value, HODL, impermanent loss, fees, deltas of each position"),
    POOL_RISK(
            "pool-risk",
            PoolRisk.class,
            "pool_id",
            Cleanup.COMPACT,
            Direction.OUTPUT,
            "price of each pool, and the sums and spot ladder of all positions in it"),
    PORTFOLIO_PARTS(
            "portfolio-parts",
            PortfolioPart.class,
            "portfolio@pool_id",
            Cleanup.COMPACT,
            Direction.OUTPUT,
            "the sums and spot ladder of what each portfolio holds in each pool"),
    ALERTS(
            "alerts",
            Alert.class,
            "fingerprint",
            Cleanup.COMPACT_DELETE,
            Direction.OUTPUT,
            "alerts: pending, firing, resolved, with the figures that made them"),
    ALERT_EVENTS(
            "alert-events",
            AlertEvent.class,
            "subject_id",
            Cleanup.DELETE_SHORT,
            Direction.INPUT,
            "what people did about alerts: acknowledge, snooze, silence"),
    ALERT_DELIVERIES(
            "alert-deliveries",
            AlertDelivery.class,
            "receiver|fingerprint",
            Cleanup.COMPACT_DELETE,
            Direction.INTERNAL,
            "which receiver was told of which alert, and what came of it"),
    PORTFOLIO_CURVES(
            "portfolio-curves",
            PortfolioCurve.class,
            "portfolio@pool_id",
            Cleanup.COMPACT,
            Direction.OUTPUT,
            "what each portfolio holds in each pool at every price: for scenarios and option hedges"),
    OPTION_SURFACES(
            "option-surfaces",
            OptionSurface.class,
            "underlying|expiry",
            Cleanup.COMPACT,
            Direction.OUTPUT,
            "implied volatilities of each expiry, and whether quotes allow an arbitrage"),
    OPTION_CHAINS(
            "option-chains",
            OptionChain.class,
            "underlying|expiry",
            Cleanup.COMPACT,
            Direction.INTERNAL,
            "options and smile of each expiry, sent to all desks"),
    STRIP_RECOMMENDATIONS(
            "strip-recommendations",
            StripRecommendation.class,
            "portfolio|underlying|expiry",
            Cleanup.COMPACT,
            Direction.OUTPUT,
            "listed options that cover what a portfolio's pools lose against holding"),
    PORTFOLIO_SCENARIOS(
            "portfolio-scenarios",
            PortfolioScenarios.class,
            "portfolio",
            Cleanup.COMPACT,
            Direction.OUTPUT,
            "what each portfolio would be worth at other prices, and its value at risk"),
    PORTFOLIO_RISK(
            "portfolio-risk",
            PortfolioRisk.class,
            "portfolio",
            Cleanup.COMPACT,
            Direction.OUTPUT,
            "pools and hedges of each portfolio and all below it as one: exposure, results, limits, ladders"),
    HEDGE_RECOMMENDATIONS(
            "hedge-recommendations",
            HedgeRecommendation.class,
            "portfolio|asset",
            Cleanup.COMPACT,
            Direction.OUTPUT,
            "what to trade to bring each asset of a portfolio back to its target, and why"),
    DEAD_LETTERS(
            "dead-letters",
            DeadLetter.class,
            "as the source's",
            Cleanup.DELETE_LONG,
            Direction.OUTPUT,
            "what could not be read or makes no sense, with its original bytes");

    /** How the broker discards old records. */
    public enum Cleanup {
        /** The newest record of each key is kept for ever. */
        COMPACT,
        /** The newest record of each key is kept, for thirty days by event time. */
        COMPACT_DELETE,
        /** Seven days by event time. */
        DELETE_SHORT,
        /** Kept for ever unless the operator says otherwise: the history that figures are recomputed from. */
        DELETE_LONG
    }

    /** Who writes a topic, which decides how its schema may evolve. */
    public enum Direction {
        /** Written by producers, perhaps not ours: producers upgrade first, forward-transitive. */
        INPUT(CompatibilityLevel.FORWARD_TRANSITIVE),
        /** Read by anybody: full-transitive. */
        OUTPUT(CompatibilityLevel.FULL_TRANSITIVE),
        /** Between our own processes: full-transitive. */
        INTERNAL(CompatibilityLevel.FULL_TRANSITIVE);

        private final CompatibilityLevel compatibility;

        Direction(CompatibilityLevel compatibility) {
            this.compatibility = compatibility;
        }

        /** How a new schema must get on with all earlier ones. */
        public CompatibilityLevel compatibility() {
            return compatibility;
        }
    }

    private static final Map<String, Topic> BY_SHORT_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Topic::shortName, Function.identity()));

    private final String shortName;
    private final Class<? extends SpecificRecord> valueType;
    private final String keyMeaning;
    private final Cleanup cleanup;
    private final Direction direction;
    private final String purpose;

    Topic(
            String shortName,
            Class<? extends SpecificRecord> valueType,
            String keyMeaning,
            Cleanup cleanup,
            Direction direction,
            String purpose) {
        this.shortName = shortName;
        this.valueType = valueType;
        this.keyMeaning = keyMeaning;
        this.cleanup = cleanup;
        this.direction = direction;
        this.purpose = purpose;
    }

    /** The name without prefix, such as {@code position-risk}. */
    public String shortName() {
        return shortName;
    }

    /**
     * The name on the broker.
     *
     * @param prefix  put in front as it is, such as {@code ballast.}; may be empty
     */
    public String fullName(String prefix) {
        return prefix + shortName;
    }

    public Class<? extends SpecificRecord> valueType() {
        return valueType;
    }

    /** The value schema that this build writes, and reads into. */
    public Schema valueSchema() {
        return SpecificData.get().getSchema(valueType);
    }

    public String keyMeaning() {
        return keyMeaning;
    }

    public Cleanup cleanup() {
        return cleanup;
    }

    public Direction direction() {
        return direction;
    }

    public String purpose() {
        return purpose;
    }

    /**
     * Whether the topology reads the topic. Topics of pools are joined partition by partition and so are those of desks, and
     * what everybody needs is sent to all partitions: so they must all have the same number of them.
     */
    public boolean coPartitioned() {
        return switch (this) {
            case POOLS,
                    PRICE_TICKS,
                    POSITION_EVENTS,
                    POOL_EVENTS,
                    OPTION_QUOTES,
                    REFERENCE_PRICES,
                    PORTFOLIO_PARTS,
                    PORTFOLIO_CURVES,
                    OPTION_CHAINS,
                    HEDGE_INSTRUMENTS,
                    HEDGE_EVENTS,
                    POLICIES,
                    CLAIMS,
                    DESK_INPUTS,
                    DESK_PRICES -> true;
            case MARKET_TICKS -> true;
            case MARKET_PRICES -> false;
            case PRODUCER_PROGRESS,
                    CHAIN_JOURNAL,
                    POSITION_RISK,
                    POOL_RISK,
                    OPTION_SURFACES,
                    STRIP_RECOMMENDATIONS,
                    PORTFOLIO_SCENARIOS,
                    PORTFOLIO_RISK,
                    HEDGE_RECOMMENDATIONS,
                    DEAD_LETTERS -> false;
            case ALERTS, ALERT_EVENTS, ALERT_DELIVERIES -> false;
        };
    }

    /**
     * Whether alerts are raised about the topic's records, or it is what people do about these: such topics have the same number
     * of partitions as each other, so that both meet. Each is read only if there are rules about it.
     */
    public boolean concernsAlerts() {
        return switch (this) {
            case POSITION_RISK,
                    POOL_RISK,
                    PORTFOLIO_RISK,
                    PORTFOLIO_SCENARIOS,
                    HEDGE_RECOMMENDATIONS,
                    STRIP_RECOMMENDATIONS,
                    MARKET_PRICES,
                    ALERT_EVENTS -> true;
            default -> false;
        };
    }

    /** The subject that the value schema is registered under. */
    public String valueSubject(String prefix) {
        return fullName(prefix) + "-value";
    }

    /** The topic with that name, with or without the prefix. */
    public static Optional<Topic> named(String name, String prefix) {
        Topic byShortName = BY_SHORT_NAME.get(name);
        return byShortName == null && name.startsWith(prefix)
                ? Optional.ofNullable(BY_SHORT_NAME.get(name.substring(prefix.length())))
                : Optional.ofNullable(byShortName);
    }
}
