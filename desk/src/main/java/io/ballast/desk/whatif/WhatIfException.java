/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.whatif;

/** A shock or a leg that makes no sense; the message says which and why. */
public final class WhatIfException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WhatIfException(String message) {
        super(message);
    }
}
