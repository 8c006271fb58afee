/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** Which portfolio each owner is assigned to. Immutable. */
public final class Portfolios {

    /** Nobody is assigned to any. */
    public static final Portfolios NONE = new Portfolios(Map.of());

    private static final String OWNER = "owner";
    private static final String PORTFOLIO = "portfolio";

    private final Map<String, String> byOwner;

    private Portfolios(Map<String, String> byOwner) {
        this.byOwner = Map.copyOf(byOwner);
    }

    /** The owner's portfolio; null: none. */
    String of(String owner) {
        return owner == null ? null : byOwner.get(owner.toLowerCase(Locale.ROOT));
    }

    /**
     * Reads a file: CSV with the header {@code owner,portfolio}; or JSON, an object from owner to portfolio or an array of
     * objects with both. JSON is told by its first character.
     *
     * @throws ConfigException if it cannot be read, or assigns an owner twice; the message names file and place
     */
    public static Portfolios read(Path file) {
        try {
            String text = Files.readString(file);
            boolean json =
                    text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
            return new Portfolios(json ? ofJson(file, text) : ofCsv(file, text));
        } catch (CsvParseException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new ConfigException("cannot read the owners file " + file + ": " + reason.getMessage());
        } catch (IOException e) {
            throw new ConfigException("cannot read the owners file " + file + ": " + e.getMessage());
        }
    }

    private static Map<String, String> ofCsv(Path file, String text) throws IOException {
        Map<String, String> byOwner = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                String where = file + " line " + row.getStartingLineNumber();
                String owner = row.findField(OWNER).orElse("");
                put(byOwner, where, owner, row.findField(PORTFOLIO).orElse(""));
            }
        }
        return byOwner;
    }

    private static Map<String, String> ofJson(Path file, String text) throws IOException {
        JsonNode root = new ObjectMapper().readTree(text);
        Map<String, String> byOwner = new HashMap<>();
        if (root.isObject()) {
            root.properties()
                    .forEach(field -> put(
                            byOwner,
                            file.toString(),
                            field.getKey(),
                            field.getValue().asText("")));
        } else {
            root.forEach(item -> put(
                    byOwner,
                    file.toString(),
                    item.path(OWNER).asText(""),
                    item.path(PORTFOLIO).asText("")));
        }
        return byOwner;
    }

    private static void put(Map<String, String> byOwner, String where, String owner, String portfolio) {
        if (owner.isBlank() || portfolio.isBlank()) {
            throw new ConfigException(where + ": owner \"" + owner + "\" and portfolio \"" + portfolio
                    + "\" must both be given, under the names owner and portfolio");
        }
        String before = byOwner.put(owner.strip().toLowerCase(Locale.ROOT), portfolio.strip());
        if (before != null) {
            throw new ConfigException(where + ": owner " + owner + " is assigned to " + before + " already");
        }
    }
}
