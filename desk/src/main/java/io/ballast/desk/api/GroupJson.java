/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.query.Group;
import io.ballast.desk.query.Grouping;
import io.ballast.desk.store.Figure;
import java.util.ArrayList;
import java.util.List;

/** A group's sums as JSON: a figure of no position that knows it is null. */
public final class GroupJson {
    private GroupJson() {}

    public static ObjectNode of(Group group) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("key", group.key())
                .put("title", group.title())
                .put("positions", group.positions())
                .put("in_range", group.inRange());
        for (Figure figure : Grouping.SUMMED) {
            boolean none = group.unknown().get(figure) == group.positions();
            json.put(figure.id(), none ? null : group.sums().get(figure));
        }
        ObjectNode unknown = json.putObject("unknown");
        group.unknown().forEach((figure, positions) -> unknown.put(figure.id(), positions));
        ObjectNode deltas = json.putObject("deltas");
        group.deltas().forEach(deltas::put);
        return json;
    }

    static List<Column> columns() {
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("key"), Column.text("title"), Column.whole("positions"), Column.whole("in_range")));
        Grouping.SUMMED.forEach(figure -> columns.add(Column.figure(figure.id())));
        return columns;
    }
}
