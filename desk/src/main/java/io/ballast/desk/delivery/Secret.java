/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import java.util.Objects;

/** A text that is never shown: a token, or an address that lets whoever knows it write. */
final class Secret {
    private final String text;

    Secret(String text) {
        this.text = Objects.requireNonNull(text);
    }

    /** For the request that needs it, and nothing else. */
    String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
