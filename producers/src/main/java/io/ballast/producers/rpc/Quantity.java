/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Numbers as JSON-RPC of Ethereum writes them: hex without leading zeros. Ours fit a long. */
public final class Quantity {

    private static final Pattern FORMAT = Pattern.compile("0x[0-9a-fA-F]{1,64}");
    private static final int HEX = 16;

    private Quantity() {}

    static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }

    /** @throws RpcException if it is none, or beyond a long */
    public static long of(JsonNode value, String what) {
        String text = value == null ? "" : value.asText();
        try {
            if (value != null && value.isTextual() && FORMAT.matcher(text).matches()) {
                return Long.parseLong(text.substring(2), HEX);
            }
        } catch (NumberFormatException beyond) {
            throw new RpcException(RpcException.Kind.MALFORMED, what + " is " + text + ", beyond 64 bits");
        }
        throw new RpcException(RpcException.Kind.MALFORMED, what + " is [" + text + "], not a hex number");
    }
}
