/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import io.ballast.benchmarks.workload.FeedRecord;
import io.ballast.benchmarks.workload.MeasuredPool;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A book for a desk to show: a few real records, each under many names. The first positions are watched: they are spread over the
 * portfolios that clients look at, one page each. All records are numbered; the number stands in the record's block, so that
 * whoever sees a row knows which record it is of. Mutable and single-threaded.
 */
final class RiskBook {

    private static final long FIRST_OWNER = 0xd0000000L;
    private static final int OTHER_PORTFOLIOS = 50;

    private final List<PositionRisk> samples;
    private final AvroSerializer<PositionRisk> serializer;
    private final String topic;
    private final int size;
    private final int views;
    private final int rows;

    /**
     * @param samples  as Ballast made them; they are changed
     * @param size  positions
     * @param views  portfolios that clients look at
     * @param rows  positions in each of those
     */
    RiskBook(
            List<PositionRisk> samples,
            AvroSerializer<PositionRisk> serializer,
            String topicPrefix,
            int size,
            int views,
            int rows) {
        if (size < views * rows) {
            throw new IllegalArgumentException(
                    size + " positions are fewer than the " + views * rows + " on the pages");
        }
        this.samples = samples;
        this.serializer = serializer;
        this.topic = Topic.POSITION_RISK.fullName(topicPrefix);
        this.size = size;
        this.views = views;
        this.rows = rows;
    }

    int size() {
        return size;
    }

    int views() {
        return views;
    }

    int rows() {
        return rows;
    }

    /** How many positions are watched: the first so many. */
    int watched() {
        return views * rows;
    }

    /** The portfolio that a view shows. */
    static String portfolio(int view) {
        return "watched/" + view;
    }

    /** The watched position that a record is of. */
    int positionOf(long number) {
        return (int) (number % watched());
    }

    /** The view that shows a watched position. */
    int viewOf(int position) {
        return position % views;
    }

    /** The first records of some positions, of all together. */
    List<FeedRecord> creation(int from, int to, Instant time) {
        List<FeedRecord> records = new ArrayList<>(to - from);
        for (int position = from; position < to; position++) {
            records.add(record(position, position % watched(), time));
        }
        return records;
    }

    /** Further records of watched positions, one after the other. */
    List<FeedRecord> updates(long firstNumber, int count, Instant time) {
        List<FeedRecord> records = new ArrayList<>(count);
        for (long number = firstNumber; number < firstNumber + count; number++) {
            records.add(record(positionOf(number), number, time));
        }
        return records;
    }

    private FeedRecord record(int position, long number, Instant time) {
        PositionRisk risk = samples.get(position % samples.size());
        risk.setOwner(String.format("0x%040x", FIRST_OWNER + position));
        risk.setPositionId(
                MeasuredPool.ID + "/" + risk.getOwner() + ":" + risk.getTickLower() + ":" + risk.getTickUpper());
        risk.setPortfolio(position < watched() ? portfolio(viewOf(position)) : "other/" + position % OTHER_PORTFOLIOS);
        risk.setBlockNumber(number);
        risk.setEventTime(time);
        inDollars(risk, new SplittableRandom(31L * number + position).nextDouble(0.5, 1.5));
        byte[] key = risk.getPositionId().getBytes(StandardCharsets.UTF_8);
        return new FeedRecord(Topic.POSITION_RISK, key, serializer.serialize(topic, risk), time.toEpochMilli());
    }

    /** Token1 is a dollar; figures differ, so that a desk has something to sort. */
    private static void inDollars(PositionRisk risk, double scale) {
        risk.setUsdPerToken1(1.0);
        risk.setValueUsd(scaled(risk.getValue(), scale));
        risk.setHodlValueUsd(scaled(risk.getHodlValue(), scale));
        risk.setIlUsd(scaled(risk.getIl(), scale));
        risk.setRealisedIlUsd(scaled(risk.getRealisedIl(), scale));
        risk.setFeesValueUsd(scaled(risk.getFeesValue(), scale));
    }

    private static Double scaled(Double value, double scale) {
        return value == null ? null : (Double) (value * scale);
    }
}
