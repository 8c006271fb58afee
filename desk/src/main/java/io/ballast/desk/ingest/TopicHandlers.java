/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.DeskCluster;
import io.ballast.desk.store.DeskStore;
import io.ballast.desk.store.Figure;
import io.ballast.desk.store.KeyedTable;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertDelivery;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.PortfolioScenarios;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.StripRecommendation;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.json.RecordJson;
import io.ballast.schemas.serde.AvroDeserializer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of the records of each topic that a desk reads. */
final class TopicHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(TopicHandlers.class);
    /** Parts of a portfolio's record that only its own page shows. */
    private static final List<String> DETAILS = List.of("ladders", "days", "venues", "chains", "legs", "margins");

    private final DeskCluster cluster;
    private final DeskStore store;

    TopicHandlers(DeskCluster cluster, DeskStore store) {
        this.cluster = cluster;
        this.store = store;
    }

    Map<Topic, RecordHandler> all() {
        Map<Topic, RecordHandler> handlers = new EnumMap<>(Topic.class);
        handlers.put(
                Topic.POOLS,
                handler(
                        PoolDefinition.class,
                        (key, pool, record) -> store.pools().put(pool),
                        key -> {}));
        handlers.put(Topic.POSITION_RISK, handler(PositionRisk.class, this::position, this::removePosition));
        handlers.put(
                Topic.PORTFOLIO_RISK,
                handler(PortfolioRisk.class, (key, risk, record) -> portfolio(key, risk), this::removePortfolio));
        handlers.put(
                Topic.POOL_RISK,
                handler(PoolRisk.class, (key, risk, record) -> pool(key, risk), store.poolRisk()::remove));
        handlers.put(
                Topic.PORTFOLIO_SCENARIOS,
                table(PortfolioScenarios.class, store.scenarios(), PortfolioScenarios::getPortfolio));
        handlers.put(
                Topic.HEDGE_RECOMMENDATIONS,
                table(HedgeRecommendation.class, store.hedges(), HedgeRecommendation::getPortfolio));
        handlers.put(
                Topic.STRIP_RECOMMENDATIONS,
                table(StripRecommendation.class, store.hedges(), StripRecommendation::getPortfolio));
        handlers.put(
                Topic.ALERTS, handler(Alert.class, (key, alert, record) -> alert(key, alert), store.alerts()::remove));
        handlers.put(
                Topic.ALERT_DELIVERIES, table(AlertDelivery.class, store.deliveries(), AlertDelivery::getPortfolio));
        handlers.put(
                Topic.POSITION_EVENTS,
                handler(PositionEvent.class, (key, event, record) -> positionEvent(event, record), key -> {}));
        handlers.put(Topic.OPTION_SURFACES, table(OptionSurface.class, store.surfaces(), surface -> null));
        handlers.put(Topic.HEDGE_INSTRUMENTS, table(HedgeInstrument.class, store.instruments(), instrument -> null));
        handlers.put(Topic.DEAD_LETTERS, handler(DeadLetter.class, this::deadLetter, key -> {}));
        return handlers;
    }

    /** Takes a value under its key, and the record that it is of. */
    private interface Sink<T> {
        void put(String key, T value, ConsumerRecord<byte[], byte[]> record);
    }

    private <T extends SpecificRecord> RecordHandler handler(Class<T> type, Sink<T> sink, Consumer<String> removal) {
        AvroDeserializer<T> deserializer = new AvroDeserializer<>(type, cluster.registry());
        return (key, record) -> {
            T value = deserializer.deserialize(record.topic(), record.value());
            if (value == null) {
                removal.accept(key);
            } else {
                sink.put(key, value, record);
            }
        };
    }

    private <T extends SpecificRecord> RecordHandler table(
            Class<T> type, KeyedTable table, Function<T, String> portfolio) {
        return handler(type, (key, value, record) -> put(table, key, portfolio.apply(value), value), table::remove);
    }

    private static void put(KeyedTable table, String key, String portfolio, SpecificRecord value) {
        String json = withKey(key, RecordJson.of(value)).toString();
        table.put(key, portfolio, json, json);
    }

    private static ObjectNode withKey(String key, ObjectNode json) {
        return json.put("key", key);
    }

    private void pool(String key, PoolRisk risk) {
        store.poolPrices().told(risk.getPoolId(), risk.getPrice(), risk.getEventTime(), risk.getReason());
        put(store.poolRisk(), key, null, risk);
    }

    private void position(String key, PositionRisk risk, ConsumerRecord<byte[], byte[]> record) {
        store.poolPrices().told(risk.getPoolId(), risk.getPrice(), risk.getEventTime(), risk.getReason());
        store.positions().put(key, risk, record.value(), record.partition(), record.offset());
        store.positionHistory()
                .add(
                        key,
                        risk.getEventTime().toEpochMilli(),
                        Figure.VALUE_USD.of(risk),
                        Figure.HODL_VALUE_USD.of(risk),
                        Figure.FEES_VALUE_USD.of(risk));
    }

    /** One that makes no sense is a dead letter of the topology; here it is of no position. */
    private void positionEvent(PositionEvent event, ConsumerRecord<byte[], byte[]> record) {
        try {
            store.positionEvents().add(event, TopicReader.place(record));
        } catch (IllegalArgumentException senseless) {
            LOG.debug("{}: {}", TopicReader.place(record), senseless.getMessage());
        }
    }

    private void removePosition(String key) {
        store.positions().remove(key);
        store.positionHistory().remove(key);
    }

    private void portfolio(String key, PortfolioRisk risk) {
        ObjectNode json = withKey(key, RecordJson.of(risk));
        String detail = json.toString();
        store.portfolios().put(key, risk.getPortfolio(), json.without(DETAILS).toString(), detail);
        store.portfolioHistory()
                .add(
                        key,
                        risk.getEventTime().toEpochMilli(),
                        orUnknown(risk.getValue()),
                        orUnknown(risk.getHodlValue()),
                        orUnknown(risk.getIl()),
                        orUnknown(risk.getFees()));
    }

    private void removePortfolio(String key) {
        store.portfolios().remove(key);
        store.portfolioHistory().remove(key);
    }

    private void alert(String key, Alert alert) {
        String json = withKey(key, RecordJson.of(alert)).toString();
        store.alertChanged(key, json);
        store.alerts().put(key, alert.getPortfolio(), json, json);
    }

    private void deadLetter(String key, DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
        ObjectNode json = withKey(key, RecordJson.of(letter)).put("place", TopicReader.place(record));
        store.deadLetters().add(json.toString());
    }

    private static double orUnknown(Double figure) {
        return figure == null ? Double.NaN : figure;
    }
}
