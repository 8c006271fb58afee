/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.schema.AlertSubjectKind;
import io.ballast.schema.BookTotals;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import java.util.Locale;
import org.apache.avro.Schema;

/** What a rule is about. */
public enum Scope {
    POSITION(Topic.POSITION_RISK, PositionRisk.getClassSchema(), AlertSubjectKind.POSITION),
    POOL(Topic.POOL_RISK, PoolRisk.getClassSchema(), AlertSubjectKind.POOL);

    private final Topic topic;
    private final Schema schema;
    private final AlertSubjectKind kind;

    Scope(Topic topic, Schema schema, AlertSubjectKind kind) {
        this.topic = topic;
        this.schema = schema;
        this.kind = kind;
    }

    /** The topic whose records are its subjects. */
    Topic topic() {
        return topic;
    }

    AlertSubjectKind kind() {
        return kind;
    }

    /** As it is written in rules. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean has(String field) {
        return schema.getField(field) != null
                || schema.getField(RecordFields.TOTALS) != null
                        && BookTotals.getClassSchema().getField(field) != null;
    }
}
