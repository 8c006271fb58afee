/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells from the error of a node what can be done about it. There is no standard: nodes and providers use a few codes for
 * everything, so that the words decide (those of Geth, Erigon, Reth, Alchemy, Infura, QuickNode and others).
 */
public final class RpcErrors {

    private static final int INVALID_REQUEST = -32600;
    private static final int NO_SUCH_METHOD = -32601;
    private static final int INVALID_PARAMETERS = -32602;
    private static final int RESOURCE_UNAVAILABLE = -32002;
    private static final int LIMIT_EXCEEDED = -32005;
    private static final int TOO_MANY_REQUESTS = 429;

    private static final Pattern RATE = Pattern.compile(
            "too many requests|rate.?limit|request (count|limit)|requests? per|compute units|throughput|capacity|quota");
    private static final Pattern TOO_MUCH =
            Pattern.compile("more than \\d|too many|too large|too big|block range|range (is |limit)|max(imum)? .*range"
                    + "|(response|result).*(size|limit|exceed)|limited to|query timeout|timed? ?out|deadline exceeded");
    private static final Pattern MISSING = Pattern.compile(
            "not found|unknown block|header not|missing trie|pruned|not available|after last|beyond|state.*unavailable");

    private static final Pattern NEVER =
            Pattern.compile("revert|invalid opcode|invalid jump|out of gas|not supported|not allowed|unauthori[sz]ed");

    private RpcErrors() {}

    /** What kind of failure it is. */
    public static RpcException.Kind kind(int code, String message) {
        String words = message.toLowerCase(Locale.ROOT);
        // Geth's words for it, "does not exist/is not available", are those of a missing block.
        if (code == NO_SUCH_METHOD || NEVER.matcher(words).find()) {
            return RpcException.Kind.REFUSED;
        }
        if (code == TOO_MANY_REQUESTS || RATE.matcher(words).find()) {
            return RpcException.Kind.RATE_LIMITED;
        }
        if (TOO_MUCH.matcher(words).find()) {
            return RpcException.Kind.TOO_MUCH;
        }
        if (MISSING.matcher(words).find()) {
            return RpcException.Kind.UNAVAILABLE;
        }
        return switch (code) {
            case LIMIT_EXCEEDED -> RpcException.Kind.RATE_LIMITED;
            case RESOURCE_UNAVAILABLE -> RpcException.Kind.UNAVAILABLE;
            case INVALID_REQUEST, INVALID_PARAMETERS, 3 -> RpcException.Kind.REFUSED;
            default -> RpcException.Kind.UNAVAILABLE;
        };
    }
}
