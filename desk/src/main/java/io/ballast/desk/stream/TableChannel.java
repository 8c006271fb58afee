/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import io.ballast.desk.security.Entitlement;
import io.ballast.desk.store.KeyedTable;
import java.util.List;
import java.util.stream.Collectors;

/** The changes of a table, within what a user may see. */
record TableChannel(String name, KeyedTable table, Entitlement entitlement) implements Channel {
    @Override
    public Told since(long seen) {
        long version = Math.max(1, table.version());
        List<KeyedTable.Entry> changed =
                table.since(seen, entry -> entitlement.allows(entry.portfolio()) && (seen > 0 || !entry.isDeleted()));
        if (changed.isEmpty() && seen > 0) {
            return Told.nothing(version);
        }
        String rows = changed.stream()
                .filter(entry -> !entry.isDeleted())
                .map(KeyedTable.Entry::summary)
                .collect(Collectors.joining(","));
        String removed = changed.stream()
                .filter(KeyedTable.Entry::isDeleted)
                .map(entry -> JsonText.quote(entry.key()))
                .collect(Collectors.joining(","));
        return new Told(
                version, "{\"snapshot\":" + (seen == 0) + ",\"rows\":[" + rows + "],\"removed\":[" + removed + "]}");
    }
}
