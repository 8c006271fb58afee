/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.evm.EventTopics;
import io.ballast.producers.evm.EvmLog;
import io.ballast.producers.follow.ChainBlock.WatchedLog;
import io.ballast.producers.rpc.EthNode;
import io.ballast.producers.rpc.LogQuery;
import io.ballast.producers.rpc.RpcException;
import io.ballast.risk.pool.constantproduct.ConstantProductPool;
import io.ballast.schema.PoolStateNft;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds who sent NFTs to the custodians that have them (ADR 0032): reads the transfers of these NFTs backwards, by ranges, until each is
 * found to have come from somebody who is no custodian. They have to hang together: each goes to whoever the next one comes
 * from, the newest to the custodian. Where they do not, or are not to be had, the custodian stays the owner. Memory is bounded by the
 * NFTs asked for and one range.
 */
final class DepositorLookup {

    private static final Logger log = LoggerFactory.getLogger(DepositorLookup.class);

    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int TOKEN_ID = 3;
    private static final int ADDRESS_AT = 26;

    private static final Comparator<EvmLog> NEWEST_FIRST = Comparator.comparingLong(EvmLog::blockNumber)
            .thenComparingInt(EvmLog::logIndex)
            .reversed();

    private record Token(String manager, String id) {}

    /** An NFT, and whom it came to by the next transfer to be found, the newest of those that are left. */
    private record Trail(PoolStateNft nft, String holder) {}

    private final EthNode node;
    private final Set<String> custodians;
    private final long since;
    private final RangeSize size;
    private final NodeLogs reader = new NodeLogs();
    private final Map<Token, Trail> open = new LinkedHashMap<>();

    /**
     * @param node  gives up what no endpoint has
     * @param since  the first block to look at
     * @param maxRange  most blocks asked for at once
     */
    DepositorLookup(EthNode node, Set<String> custodians, long since, long maxRange) {
        this.node = node;
        this.custodians = custodians;
        this.since = since;
        this.size = new RangeSize(maxRange);
    }

    /**
     * Says of those NFTs that a custodian has where they are, and who owns them.
     *
     * @param nfts  with their holders for owners
     * @param block  at whose end they are there; final
     */
    void tellOwners(List<PoolStateNft> nfts, long block) {
        open.clear();
        nfts.stream().filter(nft -> custodians.contains(nft.getOwner())).forEach(nft -> {
            nft.setCustodian(nft.getOwner());
            open.put(new Token(nft.getPositionManager(), topic(nft.getTokenId())), new Trail(nft, nft.getOwner()));
        });
        int inCustody = open.size();
        if (inCustody > 0) {
            log.info("Looking for who sent {} NFTs to their custodians, from block {} back", inCustody, block);
            goBackFrom(block);
        }
        open.values()
                .forEach(trail -> leave(
                        trail,
                        "nobody was found who sent it there since block " + since + "; an earlier one may be given in "
                                + FollowSettings.JOIN_CUSTODY_SINCE));
    }

    private void goBackFrom(long block) {
        try {
            long to = block;
            while (to >= since && !open.isEmpty()) {
                to = readRangeUpTo(to) - 1;
            }
        } catch (RpcException failed) {
            if (failed.kind() != RpcException.Kind.UNAVAILABLE && failed.kind() != RpcException.Kind.REFUSED) {
                throw failed;
            }
            open.values().forEach(trail -> leave(trail, failed.getMessage()));
            open.clear();
        }
    }

    private static void leave(Trail trail, String why) {
        PoolStateNft nft = trail.nft();
        log.warn(
                "NFT {}/{} is kept by {}, who is taken for its owner: {}",
                nft.getPositionManager(),
                nft.getTokenId(),
                nft.getCustodian(),
                why);
    }

    /** The first block of the range that was read. */
    private long readRangeUpTo(long to) {
        return size.ask(blocks -> {
            long from = Math.max(since, to - blocks + 1);
            List<EvmLog> transfers = transfers(from, to);
            transfers.forEach(this::follow);
            return from;
        });
    }

    private List<EvmLog> transfers(long from, long to) {
        List<EvmLog> transfers = new ArrayList<>();
        for (LogQuery query : queries()) {
            node.logs(from, to, query).stream()
                    .map(reader::ofNode)
                    .map(WatchedLog::log)
                    .forEach(transfers::add);
        }
        transfers.sort(NEWEST_FIRST);
        if (!transfers.isEmpty()) {
            requireOfTheChain(transfers.get(0));
        }
        return transfers;
    }

    private List<LogQuery> queries() {
        Map<String, List<String>> tokens = open.keySet().stream()
                .collect(Collectors.groupingBy(
                        Token::manager, LinkedHashMap::new, Collectors.mapping(Token::id, Collectors.toList())));
        List<LogQuery> queries = new ArrayList<>();
        tokens.forEach((manager, ids) -> LogQuery.portions(ids)
                .forEach(some -> queries.add(
                        new LogQuery(Set.of(manager), List.of(EventTopics.TRANSFER, Set.of(), Set.of(), some)))));
        return queries;
    }

    private void requireOfTheChain(EvmLog transfer) {
        node.block(transfer.blockNumber())
                .filter(block -> block.hash().equals(transfer.blockHash()))
                .orElseThrow(() -> new RpcException(
                        RpcException.Kind.MALFORMED,
                        "the node gives a log of block " + transfer.blockNumber() + " " + transfer.blockHash()
                                + ", which it does not have at that number"));
    }

    private void follow(EvmLog transfer) {
        if (transfer.topics().size() <= TOKEN_ID) {
            throw new RpcException(RpcException.Kind.MALFORMED, "the node gives a log that was not asked for");
        }
        Token token = new Token(transfer.address(), transfer.topics().get(TOKEN_ID));
        Trail trail = open.get(token);
        if (trail == null) {
            return;
        }
        String from = address(transfer, FROM);
        if (!address(transfer, TO).equals(trail.holder())) {
            open.remove(token);
            leave(
                    trail,
                    "in block " + transfer.blockNumber() + " it went to " + address(transfer, TO)
                            + ", and how it came from there to " + trail.holder() + " no transfer says");
        } else if (custodians.contains(from)) {
            open.put(token, new Trail(trail.nft(), from));
        } else {
            open.remove(token);
            trail.nft().setOwner(from.equals(ConstantProductPool.ZERO_ADDRESS) ? trail.holder() : from);
        }
    }

    private static String address(EvmLog transfer, int topic) {
        return "0x" + transfer.topics().get(topic).substring(ADDRESS_AT);
    }

    private static String topic(String tokenId) {
        return "0x" + PoolStateReader.word(new BigInteger(tokenId));
    }
}
