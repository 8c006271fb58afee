/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.problem;

/** There is not enough memory for the broker in this JVM or for the registry beside it. */
public final class MemoryShortException extends LocalStackException {
    private static final long serialVersionUID = 1L;

    public MemoryShortException(String message) {
        super(message);
    }
}
