/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

import java.util.Optional;

/** Puts a message together from the parts that it comes in, up to a limit. Mutable, single-threaded. */
final class MessageText {

    private static final int KEPT_CHARS = 64 * 1024;

    /** The message is longer than the limit. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1L;

        TooLong(int limit) {
            super("a message has more than " + limit + " characters");
        }
    }

    private final int limit;
    private StringBuilder parts = new StringBuilder();

    /** @param limit  most characters of a message */
    MessageText(int limit) {
        this.limit = limit;
    }

    /**
     * The next part.
     *
     * @return the whole message with its last part, else nothing
     */
    Optional<String> add(CharSequence part, boolean last) throws TooLong {
        if (part.length() > limit - parts.length()) {
            throw new TooLong(limit);
        }
        parts.append(part);
        return last ? Optional.of(take()) : Optional.empty();
    }

    private String take() {
        String message = parts.toString();
        if (parts.capacity() > KEPT_CHARS) {
            parts = new StringBuilder();
        } else {
            parts.setLength(0);
        }
        return message;
    }
}
