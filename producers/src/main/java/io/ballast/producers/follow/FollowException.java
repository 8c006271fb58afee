/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

/** The chain cannot be followed any further, whatever is tried again: the message says why. */
public final class FollowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FollowException(String message) {
        super(message);
    }
}
