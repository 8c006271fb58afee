/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

/** Somebody else listens where the desk should. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String host, int port, Throwable cause) {
        super(host + ":" + port + " is taken; set ballast.desk.port to another, or to 0 for any that is free", cause);
    }
}
