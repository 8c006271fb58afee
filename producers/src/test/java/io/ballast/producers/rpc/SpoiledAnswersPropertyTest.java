/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.producers.evm.EvmLogParser;
import io.ballast.producers.evm.MalformedLogException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** What nodes may answer: whatever it is, it is understood or refused in words. */
@Tag("fault")
class SpoiledAnswersPropertyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HASH = "0x" + "ab".repeat(32);
    private static final String HEADER = "{\"number\":\"0x10\",\"hash\":\"" + HASH + "\",\"parentHash\":\"" + HASH
            + "\",\"timestamp\":\"0x65\",\"logsBloom\":\"0x00\"}";
    private static final String LOG = "{\"address\":\"0x" + "01".repeat(20) + "\",\"topics\":[\"" + HASH
            + "\"],\"data\":\"0x" + "00".repeat(64) + "\",\"blockNumber\":\"0x10\",\"blockHash\":\"" + HASH
            + "\",\"transactionHash\":\"" + HASH + "\",\"logIndex\":\"0x0\",\"blockTimestamp\":\"0x65\","
            + "\"removed\":false}";
    private static final List<String> HOSTILE = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "[null]",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "\"\"",
            "\"0x\"",
            "\"0x" + "f".repeat(64) + "\"",
            "\"0x" + "f".repeat(65) + "\"",
            "\"0x8000000000000000\"",
            "\"-0x1\"",
            "\"\\u0000\"",
            "\"" + "0".repeat(200_000) + "\"",
            "[".repeat(900) + "]".repeat(900));

    @Property(tries = 1_000)
    void headers(@ForAll Random random) {
        EthNode node = answering(spoiled(HEADER, random));
        try {
            node.block("finalized").ifPresent(block -> assertThat(block.hash()).hasSize(66));
            node.latest();
            node.block(16);
            node.blockByHash(HASH);
        } catch (RpcException told) {
            assertThat(told).message().isNotBlank();
        }
    }

    @Property(tries = 1_000)
    void logs(@ForAll Random random) {
        EthNode node = answering(spoiled("[" + LOG + "," + LOG + "]", random));
        try {
            for (JsonNode log : node.logs(16, 16, LogQuery.all())) {
                assertThat(new EvmLogParser().parse(log).topics()).hasSizeLessThan(5);
            }
        } catch (RpcException | MalformedLogException told) {
            assertThat(told).message().isNotBlank().hasSizeLessThan(1_000);
        }
    }

    @Property(tries = 500)
    void wordsOfContracts(@ForAll Random random) {
        try {
            answering(spoiled("\"0x" + "00".repeat(64) + "\"", random)).call("0xa", "0xb", 16, 2);
        } catch (RpcException told) {
            assertThat(told).message().isNotBlank().hasSizeLessThan(1_000);
        }
    }

    private static EthNode answering(JsonNode answer) {
        return new EthNode((method, parameters) -> answer);
    }

    private static JsonNode spoiled(String good, Random random) {
        JsonNode tree = json(good);
        return random.nextInt(20) == 0 || tree.isValueNode() ? json(hostile(random)) : changed(tree, random);
    }

    private static JsonNode changed(JsonNode node, Random random) {
        if (node instanceof ObjectNode object && random.nextInt(10) > 0) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            return random.nextInt(5) == 0 ? object.without(name) : object.set(name, changed(object.get(name), random));
        }
        if (node instanceof ArrayNode array && !array.isEmpty() && random.nextInt(10) > 0) {
            int index = random.nextInt(array.size());
            return array.set(index, changed(array.get(index), random));
        }
        return json(hostile(random));
    }

    private static String hostile(Random random) {
        return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
