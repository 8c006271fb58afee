/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.producers.evm.JoinedPool;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Writes into the journal which pools were joined, and reads it again. Their state is not kept: it was written. */
final class JoinedPools {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JoinedPools() {}

    static String write(JoinedPool joined) {
        ObjectNode entry = JSON.createObjectNode().put("pool", joined.pool());
        ArrayNode nfts = entry.putArray("nfts");
        joined.nfts().forEach(nft -> nfts.addObject()
                .put("manager", nft.manager())
                .put("tokenId", nft.tokenId().toString())
                .put("tickLower", nft.tickLower())
                .put("tickUpper", nft.tickUpper()));
        return entry.toString();
    }

    static JoinedPool read(String json) {
        try {
            JsonNode entry = JSON.readTree(json);
            List<JoinedPool.Nft> nfts = new ArrayList<>();
            entry.get("nfts")
                    .forEach(nft -> nfts.add(new JoinedPool.Nft(
                            nft.get("manager").asText(),
                            new BigInteger(nft.get("tokenId").asText()),
                            nft.get("tickLower").intValue(),
                            nft.get("tickUpper").intValue())));
            return JoinedPool.again(entry.get("pool").asText(), nfts);
        } catch (JsonProcessingException broken) {
            throw new FollowException("the journal holds a joined pool that cannot be read: " + broken.getMessage());
        }
    }
}
