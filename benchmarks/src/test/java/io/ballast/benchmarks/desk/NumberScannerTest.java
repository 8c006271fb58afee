/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberScannerTest {

    private static final String EVENT =
            "data: {\"rows\":[{\"block_number\":120,\"x\":\"block\"},{\"id\":7,\"block_number\":4501}]}\n\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void shouldFindTheNumberOfEachRowWhereverTheBytesAreCut(int atOnce) {
        byte[] bytes = EVENT.getBytes(StandardCharsets.UTF_8);
        NumberScanner scanner = new NumberScanner();
        List<Long> found = new ArrayList<>();

        for (int from = 0; from < bytes.length; from += atOnce) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + atOnce));
            scanner.scan(part, part.length, found::add);
        }

        assertThat(found).containsExactly(120L, 4501L);
    }
}
