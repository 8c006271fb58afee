/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.ballast.desk.security.Entitlement;
import io.ballast.desk.store.KeyedTable;
import java.util.List;

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
        ObjectNode news = JsonNodeFactory.instance.objectNode().put("snapshot", seen == 0);
        ArrayNode rows = news.putArray("rows");
        ArrayNode removed = news.putArray("removed");
        for (KeyedTable.Entry entry : changed) {
            if (entry.isDeleted()) {
                removed.add(entry.key());
            } else {
                rows.addRawValue(new RawValue(entry.summary()));
            }
        }
        return new Told(version, news.toString());
    }
}
