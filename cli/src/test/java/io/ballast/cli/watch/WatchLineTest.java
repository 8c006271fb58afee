/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class WatchLineTest {
    private final ObjectNode line =
            JsonNodeFactory.instance.objectNode().put("key", "pool").put("timestamp", 1_700_000_000_123L);

    @Test
    void showsTheFieldsThatSaySomething() {
        line.putObject("value")
                .put("tick", -5)
                .put("owner", "0xab")
                .put("removed", false)
                .putNull("fee")
                .putArray("flags");

        assertThat(WatchLine.of(line)).isEqualTo("2023-11-14T22:13:20.123Z  pool  tick=-5 owner=0xab");
    }

    @Test
    void saysThatAKeyWasDeleted() {
        line.putNull("value");

        assertThat(WatchLine.of(line)).endsWith("pool  (deleted)");
    }

    @Test
    void saysWhyAValueCannotBeRead() {
        line.putNull("value").put("undecodable", "no magic byte");

        assertThat(WatchLine.of(line)).endsWith("pool  undecodable: no magic byte");
    }
}
