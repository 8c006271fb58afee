/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

/** The broker did not say how far a group has come. */
public final class LagUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LagUnknownException(String message) {
        super(message);
    }
}
