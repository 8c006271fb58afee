/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/** Tells what the registry says about a schema from what it says about itself or the caller. */
final class RegistryRefusal {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private RegistryRefusal() {}

    /**
     * Whether the registry knows no such schema or subject. It says so by a code 404xx; a bare 404 comes from a server
     * that is no registry, or from a wrong path, and says nothing of the schema.
     */
    static boolean isNotFound(RestClientException e) {
        return e.getStatus() == NOT_FOUND && e.getErrorCode() / 100 == NOT_FOUND;
    }

    /**
     * What to throw.
     *
     * @param question  what was asked, such as "registering X under subject Y"
     */
    static KafkaException of(RestClientException e, String question) {
        if (e.getStatus() == CONFLICT || e.getStatus() == UNPROCESSABLE) {
            return new SerializationException("The schema registry refuses " + question + ": " + e.getMessage(), e);
        }
        return new RegistryUnavailableException(
                "The schema registry answers " + question + " with status " + e.getStatus() + ": " + e.getMessage(), e);
    }
}
