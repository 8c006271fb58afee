/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

/** A record that was read but whose fields make no sense together; the message names the field and the rule. */
public final class MalformedRecordException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public MalformedRecordException(String message) {
        super(message);
    }
}
