/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.records.SourceLine;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvColumnsTest {

    @Test
    void shouldSplitWhatIsQuoted() throws Exception {
        assertThat(CsvColumns.split(line("a,\"b,c\",\"\"\"d\"\"\""))).containsExactly("a", "b,c", "\"d\"");
    }

    @Test
    void shouldSayWhatIsWrongAndNotWhatTheReaderThrew() {
        assertThatThrownBy(() -> CsvColumns.split(line("a,b,c\rd")))
                .hasMessage("this is no line of CSV: Record 2 has 1 fields, but first record had 3 fields");
        assertThatThrownBy(() -> CsvColumns.split(line("\"a\"b,c")))
                .hasMessageStartingWith("this is no line of CSV: Unexpected character after closing quote");
        assertThatThrownBy(() -> CsvColumns.split(line(""))).hasMessage("this is no line of CSV");
    }

    private static SourceLine line(String text) {
        return new SourceLine("file", 1, text.getBytes(StandardCharsets.UTF_8), true);
    }
}
