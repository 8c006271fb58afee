/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.alert.AlertSettings;
import io.ballast.streams.config.BallastConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the application reads: what others write, what its stages hand on, and of what it publishes what rules are about. */
public final class InputTopics {

    private InputTopics() {}

    /** Their full names. */
    public static List<String> of(BallastConfig config) {
        Set<Topic> readForAlerts = AlertSettings.of(config).rules().topics();
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.coPartitioned() || readForAlerts.contains(topic))
                .map(config::topic)
                .toList();
    }
}
