/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.rpc.RpcException;
import java.util.function.LongFunction;

/** How many blocks to ask for at once: half as many when it was too much, a bit more after each success. Mutable. */
final class RangeSize {

    private static final long FIRST = 100;
    private static final long GROWTH_PARTS = 4;

    private final long max;
    private long blocks;

    /** @param max  1 or more */
    RangeSize(long max) {
        this.max = max;
        this.blocks = Math.min(FIRST, max);
    }

    /**
     * Asks for as many blocks as it goes.
     *
     * @param question  asks for so many
     * @throws RpcException what it throws; {@link #isTooMuch too much} only if it is asked for a single block
     */
    <T> T ask(LongFunction<T> question) {
        while (true) {
            try {
                T answer = question.apply(blocks);
                blocks = Math.min(max, blocks + Math.max(1, blocks / GROWTH_PARTS));
                return answer;
            } catch (RpcException failed) {
                if (!isTooMuch(failed) || blocks == 1) {
                    throw failed;
                }
                blocks = Math.max(1, blocks / 2);
            }
        }
    }

    /** True: fewer blocks may do. */
    static boolean isTooMuch(RpcException failed) {
        return failed.kind() == RpcException.Kind.TOO_MUCH || failed.kind() == RpcException.Kind.TIMEOUT;
    }
}
