/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import static io.ballast.streams.state.RawIntegers.bytes;
import static io.ballast.streams.state.RawIntegers.number;

import io.ballast.risk.rolling.FlowSum;
import io.ballast.risk.rolling.Grown;
import io.ballast.risk.rolling.PositionFlows;
import java.util.List;

/** Stored form of a position's deposits and withdrawals inside the longest window. */
final class FlowRows {

    private FlowRows() {}

    static List<FlowRow> rows(PositionFlows flows) {
        return flows.records().stream().map(FlowRows::row).toList();
    }

    static PositionFlows flows(List<FlowRow> rows) {
        return rows.isEmpty()
                ? PositionFlows.NONE
                : new PositionFlows(rows.stream().map(FlowRows::flow).toList());
    }

    private static FlowRow row(FlowSum flow) {
        return new FlowRow(
                flow.timeMs(),
                bytes(flow.aliveX64()),
                bytes(flow.held0X256()),
                bytes(flow.held1X256()),
                bytes(flow.exitedX64()),
                bytes(flow.exitedPricedX256()),
                bytes(flow.settledX256()),
                row(flow.alive()),
                row(flow.exited()));
    }

    private static FlowSum flow(FlowRow row) {
        return new FlowSum(
                row.getTimeMs(),
                number(row.getAliveX64()),
                number(row.getHeld0X256()),
                number(row.getHeld1X256()),
                number(row.getExitedX64()),
                number(row.getExitedPricedX256()),
                number(row.getSettledX256()),
                grown(row.getAlive()),
                grown(row.getExited()));
    }

    private static GrownRow row(Grown grown) {
        return new GrownRow(bytes(grown.units()), LossRows.row(grown.times()));
    }

    private static Grown grown(GrownRow row) {
        return new Grown(number(row.getUnits()), LossRows.measure(row.getTimes()));
    }
}
