/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PositionEvent;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Generated records work without any JVM-wide setting, and classes that are not ours are not let in. */
class RecordModelTest {
    @Test
    void builderFillsInAnEnumsDefault() {
        PoolEvent event = PoolEvent.newBuilder()
                .setPoolId("p")
                .setBlockNumber(1)
                .setLogIndex(0)
                .setEventTime(Records.NOON)
                .build();

        assertThat(event.getKind()).isEqualTo(PoolEventKind.UNKNOWN);
    }

    @Test
    void builderCopiesARecord() {
        assertThat(PositionEvent.newBuilder(Records.mint()).build()).isEqualTo(Records.mint());
    }

    @Test
    void classesOfOthersNeedAvrosOwnTrust() {
        Schema foreign = Schema.createRecord("Runtime", null, "java.lang", false);

        assertThatThrownBy(() -> new RecordModel().getClass(foreign)).isInstanceOf(SecurityException.class);
    }
}
