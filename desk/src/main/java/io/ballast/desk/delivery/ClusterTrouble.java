/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is the matter with the cluster, as one receiver sees it: shown as long as it lasts, the same logged once. Not thread-safe. */
final class ClusterTrouble {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterTrouble.class);

    private final String receiver;
    private final ReceiverProgress progress;
    /** Null: none. */
    private String present;

    ClusterTrouble(String receiver, ReceiverProgress progress) {
        this.receiver = receiver;
        this.progress = progress;
    }

    void report(KafkaException cause) {
        String seen = "the cluster: " + cause.getMessage();
        if (!seen.equals(present)) {
            LOG.warn("Receiver {} waits for {}", receiver, seen, cause);
        }
        present = seen;
        progress.problem(seen);
    }

    void over() {
        if (present != null) {
            present = null;
            progress.problem(null);
        }
    }
}
