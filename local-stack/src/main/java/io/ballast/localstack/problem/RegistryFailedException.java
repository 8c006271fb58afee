/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.problem;

/** The registry died while it was starting, or did not become ready in time. */
public final class RegistryFailedException extends LocalStackException {
    private static final long serialVersionUID = 1L;

    public RegistryFailedException(String message) {
        super(message);
    }
}
