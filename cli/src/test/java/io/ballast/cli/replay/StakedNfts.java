/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A chain one of whose users is taken for a custodian: whose NFTs are then, by the logs of all transfers from the first on, sharing
 * nothing with the code that looks for them.
 */
final class StakedNfts {
    private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
    private static final String NOBODY = "0x" + "0".repeat(40);

    private record Transfer(long block, String from, String to, BigInteger tokenId) {}

    private final LabChain chain;
    private final String custodian;
    private final List<Transfer> transfers = new ArrayList<>();

    private StakedNfts(LabChain chain, String custodian) {
        this.chain = chain;
        this.custodian = custodian;
        String manager = chain.about().get("contracts").get("npm").asText();
        try (Stream<JsonNode> logs = chain.watchedLogs()) {
            logs.filter(log -> log.get("address").asText().equals(manager))
                    .filter(log -> log.get("topics").get(0).asText().equals(TRANSFER))
                    .forEach(log -> transfers.add(new Transfer(
                            log.get("blockNumber").asLong(),
                            address(log.get("topics").get(1)),
                            address(log.get("topics").get(2)),
                            new BigInteger(log.get("topics").get(3).asText().substring(2), 16))));
        }
    }

    private static String address(JsonNode word) {
        return "0x" + word.asText().substring(26);
    }

    /** The chain with that custodian in its manifest, and owners in its truth that are whoever sent NFTs there. */
    static LabChain with(LabChain chain, String custodian) {
        ObjectNode about = chain.about().deepCopy();
        about.putArray("custodians").add(custodian);
        StakedNfts staked = new StakedNfts(chain, custodian);
        return new LabChain(
                chain.folder(), about, chain.truth().stream().map(staked::owned).toList());
    }

    private JsonNode owned(JsonNode line) {
        if (!line.get("type").asText().equals("position")) {
            return line;
        }
        ObjectNode owned = line.deepCopy();
        return owned.put("owner", owner(line));
    }

    private String owner(JsonNode line) {
        BigInteger tokenId = new BigInteger(line.get("tokenId").asText());
        String owner = NOBODY;
        for (Transfer transfer : transfers) {
            boolean staked = transfer.to().equals(custodian) && !transfer.from().equals(NOBODY);
            if (transfer.tokenId().equals(tokenId)
                    && transfer.block() <= line.get("block").asLong()
                    && !staked) {
                owner = transfer.to();
            }
        }
        return owner;
    }
}
