/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Ids of the NFTs that have liquidity: what is published must not hold more than there is, either. */
final class OpenNfts {
    private OpenNfts() {}

    /** @param last  what position-risk says last of each position */
    static Set<String> of(Map<String, JsonNode> last) {
        return last.entrySet().stream()
                .filter(position -> position.getKey().contains("/nft:"))
                .filter(position -> !position.getValue().isNull())
                .filter(position ->
                        !position.getValue().get("liquidity_raw").asText().equals("0"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** At the chain's end. */
    static Set<String> of(LabChain chain) {
        return chain.atItsEnd().truth("position").stream()
                .filter(line -> !line.get("liquidity").asText().equals("0"))
                .map(chain::nftId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
