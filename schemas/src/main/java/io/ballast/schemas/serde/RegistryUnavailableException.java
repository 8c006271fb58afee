/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import org.apache.kafka.common.errors.RetriableException;

/**
 * The schema registry did not answer, or not as it should (down, overloaded, credentials refused). That is not the
 * record's fault: whoever sees this should try again or stop, and never make a dead letter of the record.
 */
public final class RegistryUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
