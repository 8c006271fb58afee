/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;

/**
 * How many instances keep copies of each share's stores. With the streams group protocol that is the group's business, kept by
 * the broker (KIP-1071); with the classic one it is a setting of each instance.
 */
final class Standbys {

    private static final String GROUP_SETTING = "streams.num.standby.replicas";

    private final Admin admin;
    private final BallastConfig config;

    Standbys(Admin admin, BallastConfig config) {
        this.admin = admin;
        this.config = config;
    }

    /**
     * Tells the broker; 0 leaves the group as it is, so that an operator can set it there.
     *
     * @throws KafkaException if the broker refuses
     */
    void ask() {
        int standbys = config.getInt(BallastKeys.STANDBYS);
        if (standbys == 0 || !config.streamsGroupProtocol()) {
            return;
        }
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, config.applicationId());
        AlterConfigOp set =
                new AlterConfigOp(new ConfigEntry(GROUP_SETTING, Integer.toString(standbys)), AlterConfigOp.OpType.SET);
        try {
            admin.incrementalAlterConfigs(Map.of(group, List.of(set))).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot ask for " + standbys + " copies of each store", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking for copies of the stores", e);
        }
    }
}
