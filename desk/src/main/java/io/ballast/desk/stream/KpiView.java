/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import io.ballast.desk.api.GroupJson;
import io.ballast.desk.query.Group;
import io.ballast.desk.query.GroupBy;
import io.ballast.desk.query.Grouping;
import io.ballast.desk.query.MatchingRows;
import io.ballast.desk.query.Query;
import java.util.List;

/** Sums over all positions of a query, shared by all who look at the same. Thread-safe. */
final class KpiView implements Channel {
    private final MatchingRows matching;
    private final Grouping grouping;
    private final Pace pace;
    private String sums = "";
    private long changedVersion;
    private long version;

    KpiView(Query query, Grouping grouping, Pace pace) {
        this.matching = grouping.matching(query);
        this.grouping = grouping;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "kpi";
    }

    @Override
    public synchronized Told since(long seen) {
        pace.ifDue(this::refresh);
        return changedVersion > seen ? new Told(version, sums) : Told.nothing(version);
    }

    private void refresh() {
        // Asked for before the sums: what changes meanwhile is told again, and nothing is left out.
        version = Math.max(version + 1, grouping.version());
        List<Group> all = grouping.groups(matching, GroupBy.ALL);
        String fresh = all.isEmpty()
                ? "{\"positions\":0,\"in_range\":0}"
                : GroupJson.of(all.get(0)).toString();
        if (!fresh.equals(sums)) {
            sums = fresh;
            changedVersion = version;
        }
    }
}
