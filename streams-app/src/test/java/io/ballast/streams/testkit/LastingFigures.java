/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RangeRisk;
import io.ballast.schema.RangeState;
import io.ballast.schema.RiskReason;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Compares published figures without their stamps: since when and why figures stand depends on the order in which records came,
 * the figures themselves do not. Of the doubles the last digit may differ, since one that moved by less is not published again;
 * so may the last digits of a share's raw amounts.
 */
public final class LastingFigures {

    private static final double LAST_DIGIT = 1e-14;
    /** Less than this of any token is nothing: where prices differ by a unit of their last place, losses do by its square. */
    private static final double NOTHING = 1e-30;

    private LastingFigures() {}

    /** The same positions with the same figures. */
    public static void assertSame(Map<String, PositionRisk> actual, Map<String, PositionRisk> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((id, risk) -> {
            // Windows end when they are published.
            boolean sameTime = risk.getEventTime().equals(expected.get(id).getEventTime());
            assertSame(lasting(risk, sameTime), lasting(expected.get(id), sameTime));
        });
    }

    private static void assertSame(PositionRisk actual, PositionRisk expected) {
        assertThat(actual.getWindows()).hasSameSizeAs(expected.getWindows());
        for (int i = 0; i < actual.getWindows().size(); i++) {
            String what = actual.getPositionId() + ", window " + i;
            assertSame(what, actual.getWindows().get(i), expected.getWindows().get(i), field -> false);
        }
        boolean isShare = actual.getKind() == PositionKind.LP_TOKEN;
        assertSame(
                actual.getPositionId(),
                actual,
                expected,
                field -> isShare && field.name().endsWith("_raw"));
    }

    /** @param isNumber  says of texts whether they are numbers of which the last digits may differ */
    private static void assertSame(
            String what, SpecificRecord actual, SpecificRecord expected, Predicate<Schema.Field> isNumber) {
        for (Schema.Field field : actual.getSchema().getFields()) {
            Object one = actual.get(field.pos());
            Object other = expected.get(field.pos());
            String which = "%s of %s: %s, %s".formatted(field.name(), what, one, other);
            if (field.name().equals("windows") || isStepOfNothing(field, one, other)) {
                continue;
            }
            assertThat(one == null).as(which).isEqualTo(other == null);
            if (one instanceof Double || isNumber.test(field) && one != null) {
                assertNear(which, number(one), number(other));
            } else {
                assertThat(one).as(which).isEqualTo(other);
            }
        }
    }

    /**
     * A step too small to move a figure that is published is none that anybody hears of; where its price was missing, the sum that
     * it belongs to is incomplete from then on, and one who published later says so.
     */
    private static boolean isStepOfNothing(Schema.Field field, Object one, Object other) {
        boolean losses = field.name().startsWith("lvr") || field.name().startsWith("markout");
        Object known = one == null ? other : one;
        return losses
                && (one == null) != (other == null)
                && known instanceof Double number
                && Math.abs(number) <= NOTHING;
    }

    private static double number(Object value) {
        return value instanceof Double number ? number : new BigInteger(value.toString()).doubleValue();
    }

    private static void assertNear(String what, double one, double other) {
        assertThat(Math.abs(one - other)).as(what).isLessThanOrEqualTo(LAST_DIGIT * Math.abs(other) + NOTHING);
    }

    /** A closed position, and one that is all token1, may have nothing to say when the price moves. */
    private static PositionRisk lasting(PositionRisk risk, boolean withWindows) {
        PositionRisk.Builder lasting = PositionRisk.newBuilder(risk)
                .setReason(RiskReason.UNKNOWN)
                .setSnapshotLabel(null)
                .setBlockNumber(0)
                .setBlockHash(null)
                .setLogIndex(0)
                .setEventTime(Instant.EPOCH);
        List<QualityFlag> flags = new ArrayList<>(risk.getFlags());
        flags.remove(QualityFlag.USD_STALE);
        lasting.setFlags(flags);
        if (!withWindows) {
            lasting.setWindows(List.of());
        }
        lasting.setPoolShare(null).setExitCosts(List.of());
        lasting.setRange(lasting(risk.getRange()));
        if (risk.getRangeState() == RangeState.CLOSED || risk.getRangeState() == RangeState.ABOVE) {
            lasting.setPrice(null).setTick(null).setSqrtPriceX96Raw(null);
            lasting.setUsdPerToken1(null)
                    .setUsdPriceTime(null)
                    .setValueUsd(null)
                    .setHodlValueUsd(null);
            lasting.setIlUsd(null).setRealisedIlUsd(null).setFeesValueUsd(null);
        }
        if (risk.getRangeState() == RangeState.CLOSED) {
            lasting.setFeesValue(null);
        }
        return lasting.build();
    }

    /** Times, distances and what rests on them are as of the record. */
    private static RangeRisk lasting(RangeRisk range) {
        return range == null
                ? null
                : RangeRisk.newBuilder()
                        .setStateSince(range.getStateSince())
                        .setOrderSide(range.getOrderSide())
                        .setLowerDistance(0)
                        .setUpperDistance(0)
                        .setHorizonMs(range.getHorizonMs())
                        .build();
    }
}
