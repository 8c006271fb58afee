/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.aggregate.SpotLadder;
import io.ballast.risk.band.Tolerances;
import io.ballast.streams.alert.AlertSettings;
import io.ballast.streams.alert.PositionLevels;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.ExitParts;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.config.RangeKeys;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/**
 * When figures are published anew.
 *
 * @param tolerances  how far the published ones may be from the truth
 * @param heartbeatMs  event time after which they are published though nothing moved; 0 for never
 * @param mostPerRecord  positions and groups published while one record is taken in; the rest follows
 * @param mostBoundaries  ticks that a portfolio's curve may have to be told
 * @param ladder  other prices that groups are valued at too, lowest first
 * @param exitParts  parts of a position that the cost of leaving is told for, smallest first
 * @param ranges  how positions' ranges are looked at
 * @param levels  figures at which a position is published though within tolerance
 */
public record PublicationSettings(
        Tolerances tolerances,
        long heartbeatMs,
        int mostPerRecord,
        int mostBoundaries,
        SpotLadder ladder,
        List<Double> exitParts,
        RangeSettings ranges,
        PositionLevels levels) {

    static PublicationSettings of(BallastConfig config) {
        return new PublicationSettings(
                new Tolerances(
                        config.getDouble(PublicationKeys.TOLERANCE_VALUE),
                        config.getDouble(PublicationKeys.TOLERANCE_IL),
                        config.getDouble(PublicationKeys.TOLERANCE_DELTA),
                        config.getDouble(PublicationKeys.TOLERANCE_FEES)),
                config.getLong(PublicationKeys.HEARTBEAT_MS),
                config.getInt(PublicationKeys.PUBLISH_CHUNK),
                config.getInt(PublicationKeys.CURVE_BOUNDARIES),
                new SpotLadder(config.getList(PublicationKeys.LADDER_SHIFTS).stream()
                        .map(PublicationSettings::shift)
                        .sorted()
                        .toList()),
                ExitParts.parse(config.getList(RangeKeys.EXIT_PARTS)),
                RangeSettings.of(config),
                AlertSettings.of(config).rules().positionLevels());
    }

    private static Double shift(String text) {
        try {
            double shift = Double.parseDouble(text);
            if (shift > -1 && shift <= SpotLadder.GREATEST_SHIFT) {
                return shift;
            }
        } catch (NumberFormatException e) {
            throw new ConfigException(PublicationKeys.LADDER_SHIFTS, text, "is not a number");
        }
        throw new ConfigException(
                PublicationKeys.LADDER_SHIFTS,
                text,
                "a shift of the price must be above -1 and at most " + SpotLadder.GREATEST_SHIFT);
    }
}
