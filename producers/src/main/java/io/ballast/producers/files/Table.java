/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a small input file: named lists of rows, and single values.
 *
 * @param file  for messages
 * @param lists  by plain name; the rows of a CSV file, or of a JSON file that is one array, have the name ""
 * @param values  single values by plain name, those inside objects as {@code object.name}; lists of single values are
 *     joined by commas
 */
record Table(Path file, Map<String, List<Row>> lists, Map<String, String> values) {

    static final String UNNAMED = "";

    /** All of it is held: what people write or export is far smaller, unpacked too. */
    private static final long MOST_BYTES = 64L << 20;

    /** Reads CSV or JSON, told apart by the first character; either may be gzip. */
    static Table read(Path path) {
        try (InputFile file = InputFile.open(path)) {
            BufferedInputStream content = new BufferedInputStream(new BoundedStream(file.content(), MOST_BYTES));
            return isJson(content) ? JsonTable.read(path, content) : CsvTable.read(path, content);
        } catch (IOException e) {
            throw new InputException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isJson(InputStream content) throws IOException {
        content.mark(1 << 12);
        int first = content.read();
        while (first > 0 && (Character.isWhitespace(first) || first > 0x7f)) {
            first = content.read();
        }
        content.reset();
        return first == '{' || first == '[';
    }

    List<Row> list(String name) {
        return lists.getOrDefault(Row.plain(name), List.of());
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(Row.plain(name))).filter(value -> !value.isBlank());
    }

    /**
     * The addresses of a list of single values, in lower case; none if it is not there.
     *
     * @param each  what one of them is called in messages
     */
    Set<String> addresses(String name, String each) {
        Set<String> addresses = new LinkedHashSet<>();
        value(name).stream()
                .flatMap(joined -> Arrays.stream(joined.split(",")))
                .map(address -> new Row(file.toString(), Map.of(each, address)))
                .forEach(row -> addresses.add(row.requiredAddress(each)));
        return addresses;
    }
}
