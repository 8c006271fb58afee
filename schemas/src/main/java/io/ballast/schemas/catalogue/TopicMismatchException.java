/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

/** Topics that are on the broker already cannot serve: the message names them, what they are and what they must be. */
public final class TopicMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TopicMismatchException(String message) {
        super(message);
    }
}
