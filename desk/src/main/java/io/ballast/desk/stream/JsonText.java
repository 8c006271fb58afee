/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import com.fasterxml.jackson.databind.node.TextNode;

/** Pieces of JSON that are put together as text, since most of a message is text already. */
final class JsonText {
    private JsonText() {}

    static String quote(String text) {
        return TextNode.valueOf(text).toString();
    }
}
