/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.producers.rpc.PackedSlot;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Answers calls of v3-core {@code UniswapV3Pool} and v3-periphery {@code NonfungiblePositionManager} with what these contracts
 * said at the end of one block.
 */
final class RecordedState {
    private static final int WORD_BITS = 256;
    private static final String ZERO = word(BigInteger.ZERO);

    /** What functions give of which nothing was said: a word of the bitmap, a slot. */
    private static final Map<String, String> NOTHING = Map.of("0x5339c296", ZERO, "0x514ea4bf", ZERO.repeat(5));

    private final LabChain chain;
    private final String manager;
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, BigInteger> bitmaps = new HashMap<>();

    RecordedState(LabChain chain, long block) {
        this.chain = chain;
        this.manager = chain.about().get("contracts").get("npm").asText();
        chain.truth().stream()
                .filter(line -> line.get("block").asLong() == block)
                .forEach(this::learn);
        bitmaps.forEach((call, bits) -> answers.put(call, word(bits)));
    }

    private void learn(JsonNode line) {
        switch (line.get("type").asText()) {
            case "pool" -> learnPool(line);
            case "tick" -> learnTick(line);
            case "position" -> learnNft(line);
            case "poolPosition" -> learnSlot(line);
            default -> {
                // Nobody calls for it.
            }
        }
    }

    private void learnPool(JsonNode line) {
        answer(
                line,
                "0x3850c7bd",
                words(line, "sqrtPriceX96", "tick", "observationIndex", "observationCardinality")
                        + words(line, "observationCardinalityNext", "feeProtocol")
                        + word(BigInteger.ONE));
        answer(line, "0x1a686502", words(line, "liquidity"));
        answer(line, "0xf3058399", words(line, "feeGrowthGlobal0X128"));
        answer(line, "0x46141319", words(line, "feeGrowthGlobal1X128"));
    }

    private void learnTick(JsonNode line) {
        answer(
                line,
                "0xf30dba93" + words(line, "tick"),
                words(line, "liquidityGross", "liquidityNet", "feeGrowthOutside0X128", "feeGrowthOutside1X128"));
        if (line.get("initialized").asBoolean()) {
            int spacing = chain.pool(line).get("tickSpacing").asInt();
            int place = line.get("tick").asInt() / spacing;
            BigInteger word = BigInteger.valueOf(Math.floorDiv(place, WORD_BITS));
            bitmaps.merge(
                    line.get("pool").asText() + "0x5339c296" + word(word),
                    BigInteger.ZERO.setBit(Math.floorMod(place, WORD_BITS)),
                    BigInteger::or);
        }
    }

    private void learnSlot(JsonNode line) {
        String slot = PackedSlot.hash(
                line.get("owner").asText(),
                line.get("tickLower").asInt(),
                line.get("tickUpper").asInt());
        answer(
                line,
                "0x514ea4bf" + slot,
                words(line, "liquidity", "feeGrowthInside0LastX128", "feeGrowthInside1LastX128")
                        + words(line, "tokensOwed0", "tokensOwed1"));
    }

    private void learnNft(JsonNode line) {
        String id = words(line, "tokenId");
        answers.put(
                manager + "0x99fbab88" + id,
                ZERO
                        + words(line, "operator", "token0", "token1", "fee", "tickLower", "tickUpper", "liquidity")
                        + words(line, "feeGrowthInside0LastX128", "feeGrowthInside1LastX128")
                        + words(line, "tokensOwed0", "tokensOwed1"));
        answers.put(manager + "0x6352211e" + id, words(line, "owner"));
    }

    private void answer(JsonNode line, String call, String words) {
        answers.put(line.get("pool").asText() + call, words);
    }

    /**
     * What a contract's function gives.
     *
     * @throws IllegalArgumentException if it was never asked
     */
    String call(String contract, String data) {
        String words = answers.getOrDefault(contract + data, NOTHING.get(data.substring(0, 10)));
        if (words == null) {
            throw new IllegalArgumentException("nothing is known of " + data + " at " + contract);
        }
        return "0x" + words;
    }

    private static String words(JsonNode line, String... fields) {
        StringBuilder words = new StringBuilder();
        for (String field : fields) {
            String text = line.get(field).asText();
            words.append(word(text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text)));
        }
        return words.toString();
    }

    private static String word(BigInteger number) {
        return String.format("%064x", number.signum() < 0 ? number.add(BigInteger.ONE.shiftLeft(WORD_BITS)) : number);
    }
}
