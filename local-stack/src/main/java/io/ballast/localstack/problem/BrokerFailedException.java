/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.problem;

/** The broker could not start. */
public final class BrokerFailedException extends LocalStackException {
    private static final long serialVersionUID = 1L;

    public BrokerFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
