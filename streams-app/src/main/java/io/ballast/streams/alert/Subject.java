/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;

/**
 * What an alert is of.
 *
 * @param id  key of its records
 * @param poolId  null: not known yet, as in the others
 */
record Subject(Scope scope, String id, String poolId, String owner, String portfolio) {

    static final String ID = "id:";
    static final String OWNER = "owner:";
    static final String POOL = "pool:";
    static final String PORTFOLIO = "portfolio:";
    static final String ANY = "any";

    static Subject of(Scope scope, String id, SpecificRecord record) {
        return new Subject(
                scope,
                id,
                RecordFields.text(record, "pool_id"),
                RecordFields.text(record, "owner"),
                RecordFields.text(record, "portfolio"));
    }

    /** Keys that rules about it are filed under. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        keys.add(ANY);
        keys.add(ID + id.toLowerCase(Locale.ROOT));
        if (owner != null) {
            keys.add(OWNER + owner.toLowerCase(Locale.ROOT));
        }
        if (poolId != null) {
            keys.add(POOL + poolId.toLowerCase(Locale.ROOT));
        }
        if (portfolio != null) {
            for (int end = portfolio.length(); end > 0; end = portfolio.lastIndexOf('/', end - 1)) {
                keys.add(PORTFOLIO + portfolio.substring(0, end));
            }
        }
        return keys;
    }
}
