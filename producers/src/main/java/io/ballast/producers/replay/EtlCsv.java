/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.producers.csv.CsvColumns;
import io.ballast.producers.csv.CsvRow;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.files.InputException;
import io.ballast.producers.files.UtcTime;
import io.ballast.producers.records.SourceLine;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One CSV file of logs or blocks, line by line as the objects that a node would give: ethereum-etl's {@code logs.csv} and
 * {@code blocks.csv} (ethereum-etl.readthedocs.io, schema), with or without times; and the raw files of demeter-fetch, which are of
 * the one contract that the file's name says, and tell no block hash.
 */
final class EtlCsv {

    private static final List<String> LOGS = List.of("block_number", "transaction_hash", "log_index", "topics", "data");
    private static final List<String> BLOCKS = List.of("number", "hash", "timestamp");

    private static final Pattern WHOLE = Pattern.compile("[0-9]+");
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    /** UTC written in ways that {@link UtcTime} does not read. */
    private static final Pattern UTC = Pattern.compile("( UTC|[+]00(:?00)?)$");
    /** Topics stand in one value, with or without the brackets and quotes of a list. */
    private static final Pattern LIST_SIGNS = Pattern.compile("[\\[\\]'\"\\s]");

    private final CsvColumns columns;
    private final Optional<String> onlyAddress;

    private EtlCsv(SourceLine header, String what, List<String> needed) {
        columns = CsvColumns.named(header, what, needed);
        onlyAddress = addressIn(Path.of(header.source()).getFileName().toString());
    }

    /**
     * Logs, if the first line of the file names their columns.
     *
     * @throws InputException if it does, and the file neither has addresses nor one in its name
     */
    static Optional<EtlCsv> logs(SourceLine first) {
        Optional<EtlCsv> logs =
                names(first, "log_index") ? Optional.of(new EtlCsv(first, "logs", LOGS)) : Optional.empty();
        if (logs.filter(csv -> !csv.columns.has("address") && csv.onlyAddress.isEmpty())
                .isPresent()) {
            throw new InputException(
                    first.place()
                            + ": there is no column address; then the file's name must have the contract's: 0x and 40 hex digits");
        }
        return logs;
    }

    /** Blocks, if the first line of the file names their columns. */
    static Optional<EtlCsv> blocks(SourceLine first) {
        return names(first, "number") ? Optional.of(new EtlCsv(first, "blocks", BLOCKS)) : Optional.empty();
    }

    private static boolean names(SourceLine first, String column) {
        try {
            return CsvColumns.split(first).contains(column);
        } catch (MalformedLogException none) {
            return false;
        }
    }

    private static Optional<String> addressIn(String fileName) {
        Matcher address = ADDRESS.matcher(fileName);
        return address.find() ? Optional.of(address.group()) : Optional.empty();
    }

    /** A log as {@code eth_getLogs} has it. */
    JsonNode log(SourceLine line) throws MalformedLogException {
        CsvRow row = columns.row(line);
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("address", columns.has("address") ? row.text("address") : onlyAddress.orElseThrow());
        log.set("topics", topics(row));
        log.put("data", row.text("data"));
        log.put("blockNumber", row.text("block_number"));
        log.put("blockHash", columns.has("block_hash") ? row.text("block_hash") : standIn(row));
        log.put("transactionHash", row.text("transaction_hash"));
        log.put("logIndex", row.text("log_index"));
        if (columns.has("block_timestamp") && row.textOrNone("block_timestamp").isPresent()) {
            log.put("blockTimestamp", seconds(row, "block_timestamp"));
        }
        return log;
    }

    /** A block's number, hash and time. */
    JsonNode block(SourceLine line) throws MalformedLogException {
        CsvRow row = columns.row(line);
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", row.text("number"))
                .put("hash", row.text("hash"))
                .put("timestamp", seconds(row, "timestamp"));
    }

    private static ArrayNode topics(CsvRow row) {
        ArrayNode topics = JsonNodeFactory.instance.arrayNode();
        String list = LIST_SIGNS.matcher(row.value("topics")).replaceAll("");
        if (!list.isEmpty()) {
            List.of(list.split(",")).forEach(topics::add);
        }
        return topics;
    }

    /** What stands for the hash of a block of which none is told: its number. */
    private static String standIn(CsvRow row) throws MalformedLogException {
        String number = row.text("block_number");
        if (!WHOLE.matcher(number).matches() || number.length() > 18) {
            throw row.broken("block_number", "a whole number");
        }
        return String.format("0x%064x", Long.parseLong(number));
    }

    /** Seconds since the epoch, as they are or of a time that is written out. */
    private static String seconds(CsvRow row, String column) throws MalformedLogException {
        String text = row.text(column);
        if (WHOLE.matcher(text).matches()) {
            return text;
        }
        try {
            String utc = UTC.matcher(text).replaceFirst("");
            boolean needsZone = utc.indexOf('T') > 0 && !utc.endsWith("Z");
            return Long.toString(UtcTime.parse(needsZone ? utc + "Z" : utc).getEpochSecond());
        } catch (DateTimeException none) {
            throw row.broken(column, "seconds since the epoch or " + UtcTime.FORMS);
        }
    }
}
