/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.evm.Creations;
import io.ballast.producers.follow.ChainBlock.WatchedLog;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.pools.TokenListing;
import io.ballast.producers.rpc.EthNode;
import io.ballast.producers.rpc.RpcException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks tokens what they are called and how many decimals they have, each once. Mutable, single-threaded. */
final class TokenLookup {

    private static final Logger log = LoggerFactory.getLogger(TokenLookup.class);

    private static final String DECIMALS = "0x313ce567";
    private static final String SYMBOL = "0x95d89b41";
    private static final int HEX = 16;

    private final EthNode node;
    private final PoolCatalogue catalogue;
    private final Set<String> asked = new HashSet<>();

    TokenLookup(EthNode node, PoolCatalogue catalogue) {
        this.node = node;
        this.catalogue = catalogue;
    }

    /** What the catalogue does not say of the tokens of its own pools. */
    List<TokenListing> ofListedPools() {
        return missing(catalogue.pools().values());
    }

    /** What is not known yet of the tokens of pools that are created in a block. */
    List<TokenListing> ofPoolsCreatedIn(ChainBlock block) {
        return missing(block.logs().stream()
                .map(WatchedLog::log)
                .flatMap(created -> Creations.of(created).stream())
                .toList());
    }

    private List<TokenListing> missing(Collection<PoolListing> pools) {
        List<TokenListing> found = new ArrayList<>();
        pools.stream().flatMap(pool -> Stream.of(pool.token0(), pool.token1())).forEach(token -> {
            TokenListing known = catalogue.token(token);
            if (!token.equals(TokenListing.NATIVE)
                    && (known.symbol().isEmpty() || known.decimals().isEmpty())
                    && asked.add(token)) {
                found.add(known.orElse(ask(token)));
            }
        });
        return found;
    }

    private TokenListing ask(String token) {
        TokenListing answer = new TokenListing(
                token,
                result(token, SYMBOL).flatMap(AbiText::read),
                result(token, DECIMALS).flatMap(TokenLookup::decimals),
                Optional.empty());
        if (answer.decimals().isEmpty()) {
            log.warn("Token {} does not say its decimals: give them in a tokens file", token);
        }
        return answer;
    }

    private Optional<byte[]> result(String token, String function) {
        try {
            String hex = node.call(token, function);
            return hex.matches("0x(?:[0-9a-fA-F]{2})*+")
                    ? Optional.of(HexFormat.of().parseHex(hex.substring(2)))
                    : Optional.empty();
        } catch (RpcException failed) {
            if (failed.kind() != RpcException.Kind.REFUSED) {
                throw failed;
            }
            return Optional.empty();
        }
    }

    private static Optional<Integer> decimals(byte[] word) {
        BigInteger value = word.length == 2 * HEX ? new BigInteger(1, word) : BigInteger.valueOf(-1);
        return value.signum() >= 0 && value.bitLength() <= Byte.SIZE ? Optional.of(value.intValue()) : Optional.empty();
    }
}
