/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.pools;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A position whose state is asked for when its pool is joined in mid-life. */
public sealed interface AskedPosition {

    /** An NFT of a v3 position manager. */
    record Nft(String manager, BigInteger tokenId) implements AskedPosition {}

    /** A slot that its owner holds directly. */
    record Direct(String pool, String owner, int tickLower, int tickUpper) implements AskedPosition {}

    /**
     * Reads {@code manager/tokenId} or {@code pool/owner:tickLower:tickUpper}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static AskedPosition parse(String text) {
        String address = "(0x[0-9a-f]{40})";
        Matcher nft = Pattern.compile(address + "/([0-9]{1,78})").matcher(text);
        if (nft.matches()) {
            return new Nft(nft.group(1), new BigInteger(nft.group(2)));
        }
        Matcher direct = Pattern.compile(address + "/" + address + ":(-?[0-9]{1,6}):(-?[0-9]{1,6})")
                .matcher(text);
        if (direct.matches()) {
            return new Direct(
                    direct.group(1),
                    direct.group(2),
                    Integer.parseInt(direct.group(3)),
                    Integer.parseInt(direct.group(4)));
        }
        throw new IllegalArgumentException(
                "[" + text + "] is not manager/tokenId or pool/owner:tickLower:tickUpper, addresses in lower case");
    }
}
