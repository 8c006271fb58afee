/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

/** The broker did not answer, or refused, when topics were looked at or made. */
public final class TopicCreationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TopicCreationException(String message, Throwable cause) {
        super(message, cause);
    }
}
