/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

/** A question that makes no sense; the message says what and why, for whoever asked. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueryException(String message) {
        super(message);
    }
}
