/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ballast.producers.evm.EvmLogParser;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.files.LineReader;
import io.ballast.producers.records.SourceLine;
import java.io.IOException;
import java.time.Instant;

/** Reads one line of recorded logs. */
final class LogLineParser {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final EvmLogParser logs = new EvmLogParser();

    LogLine parse(SourceLine line) throws MalformedLogException {
        JsonNode json = json(line);
        String op = json.path("op").asText("log");
        return switch (op) {
            case "log" -> log(json);
            case "block" -> block(json);
            case "reorg" -> new LogLine.Reorg(logs.number(json, "ancestor", Long.MAX_VALUE));
            default -> throw new MalformedLogException("op is [" + op + "], not log, block or reorg");
        };
    }

    /** A line of a blocks file: {@code number}, {@code hash}, {@code timestamp}. */
    LogLine.Block parseBlock(SourceLine line) throws MalformedLogException {
        return block(json(line));
    }

    LogLine log(JsonNode json) throws MalformedLogException {
        return new LogLine.Log(logs.parse(json));
    }

    LogLine.Block block(JsonNode json) throws MalformedLogException {
        return new LogLine.Block(
                logs.number(json, "number", Long.MAX_VALUE),
                logs.hash(json, "hash"),
                Instant.ofEpochSecond(logs.timestampS(json, "timestamp")));
    }

    private static JsonNode json(SourceLine line) throws MalformedLogException {
        if (line.content().length > LineReader.MAX_LINE_BYTES) {
            throw new MalformedLogException("the line is longer than " + LineReader.MAX_LINE_BYTES + " bytes");
        }
        try {
            return JSON.readTree(line.content());
        } catch (JsonProcessingException e) {
            String cutOff = line.ended() ? "" : ", and no line end follows: the file may be cut off here";
            throw new MalformedLogException("this is no JSON: " + e.getOriginalMessage() + cutOff, e);
        } catch (IOException e) {
            throw new MalformedLogException("this is no text: " + e.getMessage(), e);
        }
    }
}
