/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.store.History;
import io.ballast.desk.store.HistoryPoint;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Figures over time, for charts: columns in JSON, rows elsewhere. */
final class HistoryAnswer {
    private HistoryAnswer() {}

    static void write(Context request, String name, History history, String key) {
        List<HistoryPoint> points = history.points(key);
        List<Column> columns = new ArrayList<>(List.of(new Column("time", Column.Type.TIME)));
        history.figures().forEach(figure -> columns.add(Column.figure(figure)));
        Answer.rowsOrJson(
                request,
                name,
                columns,
                sink -> points.forEach(point -> sink.accept(row(point, history))),
                () -> json(points, history));
    }

    private static ObjectNode json(List<HistoryPoint> points, History history) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode times = body.putArray("time_ms");
        points.forEach(point -> times.add(point.timeMs()));
        for (int figure = 0; figure < history.figures().size(); figure++) {
            ArrayNode values = body.putArray(history.figures().get(figure));
            for (HistoryPoint point : points) {
                values.add(FigureJson.of(point.figures()[figure]));
            }
        }
        return body;
    }

    private static ObjectNode row(HistoryPoint point, History history) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("time", Instant.ofEpochMilli(point.timeMs()).toString());
        for (int figure = 0; figure < history.figures().size(); figure++) {
            row.put(history.figures().get(figure), FigureJson.of(point.figures()[figure]));
        }
        return row;
    }
}
