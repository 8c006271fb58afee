/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import org.apache.kafka.common.KafkaException;

/** A topic is not there that we need. */
final class MissingTopicException extends KafkaException {
    private static final long serialVersionUID = 1L;

    MissingTopicException(String message) {
        super(message);
    }
}
