/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads what a function that returns one string gives; some old tokens return 32 bytes instead. */
final class AbiText {

    private static final int WORD = 32;
    private static final int LONGEST = 64;

    private AbiText() {}

    /** The text without control characters; empty if there is none, or it is longer than a symbol is. */
    static Optional<String> read(byte[] result) {
        Optional<byte[]> bytes = result.length == WORD ? Optional.of(withoutZeros(result)) : string(result);
        return bytes.map(text -> new String(text, StandardCharsets.UTF_8)
                        .replaceAll("\\p{C}", "")
                        .strip())
                .filter(text -> !text.isEmpty());
    }

    private static byte[] withoutZeros(byte[] word) {
        int end = 0;
        while (end < word.length && word[end] != 0) {
            end++;
        }
        return Arrays.copyOf(word, end);
    }

    private static Optional<byte[]> string(byte[] result) {
        int offset = small(result, 0);
        int length = offset < 0 ? -1 : small(result, offset);
        int begin = offset + WORD;
        return length < 0 || length > LONGEST || begin + length > result.length
                ? Optional.empty()
                : Optional.of(Arrays.copyOfRange(result, begin, begin + length));
    }

    /** The number in the word at that place; -1 if there is none, or it is beyond the result's length. */
    private static int small(byte[] result, int at) {
        if (at + WORD > result.length) {
            return -1;
        }
        BigInteger value = new BigInteger(1, Arrays.copyOfRange(result, at, at + WORD));
        return value.compareTo(BigInteger.valueOf(result.length)) > 0 ? -1 : value.intValue();
    }
}
