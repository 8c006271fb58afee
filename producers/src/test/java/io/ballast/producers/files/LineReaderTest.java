/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.records.SourceLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {

    @TempDir
    Path folder;

    private List<SourceLine> lines(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("input"), content);
        List<SourceLine> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(InputFile.open(file))) {
            Optional<SourceLine> line = reader.next();
            while (line.isPresent()) {
                lines.add(line.get());
                line = reader.next();
            }
            assertThat(reader.file().bytesRead()).isEqualTo(content.length);
        }
        return lines;
    }

    private static List<String> texts(List<SourceLine> lines) {
        return lines.stream()
                .map(line -> new String(line.content(), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    @Test
    void numbersTheLinesAndTellsWhetherTheLastOneEnded() throws IOException {
        List<SourceLine> lines = lines("\uFEFFone\r\n\ntwo\nthree".getBytes(StandardCharsets.UTF_8));

        assertThat(texts(lines)).containsExactly("one", "", "two", "three");
        assertThat(lines).extracting(SourceLine::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(lines).extracting(SourceLine::ended).containsExactly(true, true, true, false);
    }

    @Test
    void anEmptyFileHasNoLines() throws IOException {
        assertThat(lines(new byte[0])).isEmpty();
    }

    @Test
    void readsLinesAcrossItsBuffer() throws IOException {
        String longLine = "x".repeat(200_000);

        assertThat(texts(lines((longLine + "\n" + longLine + "\n").getBytes(StandardCharsets.UTF_8))))
                .containsExactly(longLine, longLine);
    }

    @Test
    void unpacksWhatIsPacked() throws IOException {
        assertThat(texts(lines(packed("one\ntwo\n".getBytes(StandardCharsets.UTF_8)))))
                .containsExactly("one", "two");
    }

    @Test
    void saysWhereAPackedFileWasCutOff() throws IOException {
        byte[] packed = packed("one\ntwo\n".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(packed, packed.length - 20);

        assertThatThrownBy(() -> lines(cut))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot be read beyond line");
    }

    @Test
    void keepsOnlyTheBeginningOfAnEndlessLine() throws IOException {
        byte[] endless = new byte[LineReader.MAX_LINE_BYTES + 1000];
        Arrays.fill(endless, (byte) 'x');

        assertThat(lines(endless)).singleElement().satisfies(line -> assertThat(line.content())
                .hasSize(LineReader.MAX_LINE_BYTES + 1));
    }
}
