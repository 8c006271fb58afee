/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.RangeState;
import io.ballast.streams.config.PublicationKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.test.TestRecord;

/**
 * What alerts there have to be, by the definition: two rules, {@code loss} on il_pct and {@code range} on out_of_range, held against
 * every figure of every tick. Mutable: for one history.
 */
public final class Crossings {

    /** Settings by which next to nothing is published for having moved. */
    public static final Map<String, String> COARSE = Map.of(
            PublicationKeys.TOLERANCE_VALUE, "1000",
            PublicationKeys.TOLERANCE_IL, "1000",
            PublicationKeys.TOLERANCE_DELTA, "1000",
            PublicationKeys.TOLERANCE_FEES, "1000");

    private final double below;
    private final double resolve;
    private final Set<String> firing = new HashSet<>();
    private final List<String> crossings = new ArrayList<>();

    /**
     * @param below  loss that fires, a fraction
     * @param resolve  loss that ends it
     */
    public Crossings(double below, double resolve) {
        this.below = below;
        this.resolve = resolve;
    }

    /** The rules, as they stand in a file. */
    public String rules() {
        String terms = "  below: " + below + " fraction\n  resolve: " + resolve + " fraction\n  remind: 0s\n";
        return RuleSettings.rule("loss", "position", "il_pct", terms)
                + RuleSettings.rule("range", "position", "out_of_range", "  remind: 0s\n");
    }

    /** @param everyTick  published with no tolerance at all */
    public List<String> in(List<TestRecord<String, PositionRisk>> everyTick) {
        everyTick.forEach(this::take);
        return crossings;
    }

    private void take(TestRecord<String, PositionRisk> record) {
        PositionRisk risk = record.value();
        if (risk == null || risk.getRangeState() == RangeState.CLOSED) {
            note("loss " + record.key(), false, "gone");
            note("range " + record.key(), false, "gone");
            return;
        }
        Double loss = risk.getIlPct();
        if (loss != null) {
            boolean lost = firing.contains("loss " + record.key()) ? loss < resolve : loss < below;
            note("loss " + record.key(), lost, seen(loss, risk.getBlockHash()));
        }
        boolean out = risk.getRangeState() == RangeState.BELOW || risk.getRangeState() == RangeState.ABOVE;
        note("range " + record.key(), out, seen(out ? 1 : 0, risk.getBlockHash()));
    }

    private void note(String alert, boolean holds, String seen) {
        if (holds != firing.contains(alert)) {
            boolean ignored = holds ? firing.add(alert) : firing.remove(alert);
            crossings.add(alert + (holds ? " FIRING " : " RESOLVED ") + seen);
        }
    }

    /** The same of alerts that were published. */
    public static List<String> told(List<Alert> alerts) {
        return alerts.stream().map(Crossings::told).toList();
    }

    private static String told(Alert alert) {
        String seen = alert.getCause() == AlertCause.GONE ? "gone" : seen(alert.getValue(), alert.getBlockHash());
        return alert.getRuleId() + " " + alert.getSubjectId() + " " + alert.getState() + " " + seen;
    }

    private static String seen(double value, String blockHash) {
        return value + " in " + blockHash;
    }
}
