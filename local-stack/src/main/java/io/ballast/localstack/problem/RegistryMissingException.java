/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.problem;

/** The registry's archive cannot be found or unpacked. */
public final class RegistryMissingException extends LocalStackException {
    private static final long serialVersionUID = 1L;

    public RegistryMissingException(String message) {
        super(message);
    }
}
