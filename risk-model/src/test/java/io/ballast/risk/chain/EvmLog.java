/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** One log as {@code eth_getLogs} gives it, with just enough decoding for fixed-width arguments. */
record EvmLog(String address, List<String> topics, List<BigInteger> words, String blockHash) {

    private static final int WORD_DIGITS = 64;

    static EvmLog of(JsonNode node) {
        String data = node.get("data").asText().substring(2);
        List<BigInteger> words = IntStream.range(0, data.length() / WORD_DIGITS)
                .mapToObj(i -> new BigInteger(data.substring(i * WORD_DIGITS, (i + 1) * WORD_DIGITS), 16))
                .toList();
        List<String> topics = StreamSupport.stream(node.get("topics").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new EvmLog(
                node.get("address").asText(),
                topics,
                words,
                node.get("blockHash").asText());
    }

    String event() {
        return topics.isEmpty() ? "" : topics.get(0);
    }

    BigInteger uint(int word) {
        return words.get(word);
    }

    BigInteger signed(int word) {
        return signed(words.get(word));
    }

    String address(int word) {
        return String.format("0x%040x", words.get(word));
    }

    String addressTopic(int topic) {
        return "0x" + topics.get(topic).substring(26);
    }

    int intTopic(int topic) {
        return signed(new BigInteger(topics.get(topic).substring(2), 16)).intValueExact();
    }

    private static BigInteger signed(BigInteger word) {
        return word.testBit(255) ? word.subtract(BigInteger.ONE.shiftLeft(256)) : word;
    }
}
