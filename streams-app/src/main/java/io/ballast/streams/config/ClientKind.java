/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import java.util.Arrays;

/** Kinds of Kafka clients that settings can be given to: {@code kafka.producer.linger.ms} goes to producers alone. */
public enum ClientKind {
    STREAMS("kafka.streams."),
    PRODUCER("kafka.producer."),
    CONSUMER("kafka.consumer."),
    ADMIN("kafka.admin.");

    /** Settings for all kinds, such as {@code kafka.bootstrap.servers}. */
    static final String ALL = "kafka.";

    private final String prefix;

    ClientKind(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    static boolean isForOneKind(String key) {
        return Arrays.stream(values()).anyMatch(kind -> key.startsWith(kind.prefix));
    }
}
