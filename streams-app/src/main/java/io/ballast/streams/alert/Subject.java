/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import org.apache.avro.specific.SpecificRecord;

/**
 * What an alert is of.
 *
 * @param id  key of its records
 * @param poolId  null: not known yet, as in the others
 */
record Subject(Scope scope, String id, String poolId, String owner, String portfolio) {

    static Subject of(Scope scope, String id, SpecificRecord record) {
        return new Subject(
                scope,
                id,
                RecordFields.text(record, "pool_id"),
                RecordFields.text(record, "owner"),
                RecordFields.text(record, "portfolio"));
    }

    /** As selectors are written: ids and addresses in lower case. Paths of portfolios are taken as they are. */
    Subject lowerCase() {
        return new Subject(
                scope, Selector.lowerCase(id), Selector.lowerCase(poolId), Selector.lowerCase(owner), portfolio);
    }
}
