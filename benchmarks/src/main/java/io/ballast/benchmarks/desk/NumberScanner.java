/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Finds the numbers of rows in a stream of bytes by their field, wherever the bytes were cut: reading them as JSON would cost more than
 * what is measured. Mutable and single-threaded.
 */
final class NumberScanner {

    private static final byte[] MARK = "\"block_number\":".getBytes(StandardCharsets.US_ASCII);
    private static final int RADIX = 10;

    private int matched;
    private long number;

    void scan(byte[] bytes, int length, LongConsumer found) {
        for (int i = 0; i < length; i++) {
            byte next = bytes[i];
            if (matched < MARK.length) {
                matched = next == MARK[matched] ? matched + 1 : next == MARK[0] ? 1 : 0;
            } else if (next >= '0' && next <= '9') {
                number = number * RADIX + next - '0';
            } else {
                found.accept(number);
                number = 0;
                matched = 0;
            }
        }
    }
}
