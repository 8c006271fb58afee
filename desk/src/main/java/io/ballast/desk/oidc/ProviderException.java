/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.oidc;

/** The identity provider does not answer, or says what it must not. */
final class ProviderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderException(String message) {
        super(message);
    }

    ProviderException(String message, Throwable cause) {
        super(message, cause);
    }
}
