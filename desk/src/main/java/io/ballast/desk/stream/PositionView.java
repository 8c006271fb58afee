/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.ballast.desk.api.PositionRecords;
import io.ballast.desk.query.MatchingRows;
import io.ballast.desk.query.Ordering;
import io.ballast.desk.query.Page;
import io.ballast.desk.query.Paging;
import io.ballast.desk.query.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first page of a query as it changes, shared by all who look at the same: it is found once, and each row is written as JSON
 * once, whoever reads it. Thread-safe.
 */
final class PositionView implements Channel {
    private final Key key;
    private final Paging paging;
    private final MatchingRows matching;
    private final PositionRecords records;
    private final Pace pace;
    private Map<String, Shown> shown = Map.of();
    private Page page;
    private long orderVersion;

    /** What is looked at. */
    record Key(Query query, Ordering ordering, int limit) {}

    /**
     * A row on the page.
     *
     * @param arrived  version of the page that it came onto
     */
    private record Shown(long version, long arrived, String json) {}

    PositionView(Key key, Paging paging, PositionRecords records, Pace pace) {
        this.key = key;
        this.paging = paging;
        this.matching = paging.matching(key.query());
        this.records = records;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "positions";
    }

    @Override
    public synchronized Told since(long seen) {
        pace.ifDue(this::refresh);
        long version = pageVersion(page);
        List<String> changed = shown.values().stream()
                .filter(row -> row.version() > seen || row.arrived() > seen)
                .map(Shown::json)
                .toList();
        boolean ordered = orderVersion > seen;
        if (changed.isEmpty() && !ordered) {
            return Told.nothing(version);
        }
        ObjectNode news = JsonNodeFactory.instance.objectNode();
        news.put("snapshot", seen == 0).put("total", page.total());
        if (ordered) {
            ArrayNode order = news.putArray("order");
            shown.keySet().forEach(order::add);
        } else {
            news.putNull("order");
        }
        ArrayNode rows = news.putArray("rows");
        changed.forEach(row -> rows.addRawValue(new RawValue(row)));
        return new Told(version, news.toString());
    }

    private void refresh() {
        Page fresh = paging.first(matching, key.ordering(), key.limit());
        if (page == null || page.total() != fresh.total() || !ids(page).equals(ids(fresh))) {
            orderVersion = pageVersion(fresh);
        }
        Map<String, Shown> written = new LinkedHashMap<>();
        fresh.rows().forEach(row -> written.put(row.id(), show(row, shown.get(row.id()), pageVersion(fresh))));
        shown = written;
        page = fresh;
    }

    private Shown show(Page.Row row, Shown before, long pageVersion) {
        if (before != null && before.version() == row.version()) {
            return before;
        }
        long arrived = before == null ? pageVersion : before.arrived();
        return new Shown(row.version(), arrived, records.row(row).toString());
    }

    /** Of an empty book too it is more than the 0 of somebody who has seen nothing. */
    private static long pageVersion(Page page) {
        return Math.max(1, page.version());
    }

    private static List<String> ids(Page page) {
        return page.rows().stream().map(Page.Row::id).toList();
    }
}
