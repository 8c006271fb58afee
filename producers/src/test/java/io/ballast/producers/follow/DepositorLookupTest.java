/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ballast.producers.follow.FakeChain.Transfer;
import io.ballast.producers.rpc.EthNode;
import io.ballast.producers.rpc.Rpc;
import io.ballast.producers.rpc.RpcException;
import io.ballast.schema.PoolStateNft;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose NFTs are that custodians have, by the transfers of a fake chain. */
class DepositorLookupTest {

    private static final String MANAGER = FakeChain.address(0x99);
    private static final String OTHER_MANAGER = FakeChain.address(0x98);
    private static final String NOBODY = FakeChain.address(0);
    private static final String ALICE = FakeChain.address(0xa11ce);
    private static final String BOB = FakeChain.address(0xb0b);
    private static final String GAUGE = FakeChain.address(0x6a);
    private static final String FARM = FakeChain.address(0xfa);

    private final FakeChain chain = new FakeChain();
    private int rangesAsked;
    private Rpc node = (method, parameters) -> {
        rangesAsked += method.equals("eth_getLogs") ? 1 : 0;
        return chain.call(method, parameters);
    };

    private PoolStateNft lookedUp(String manager, long tokenId, String holder) {
        return lookedUp(manager, tokenId, holder, 0);
    }

    private PoolStateNft lookedUp(String manager, long tokenId, String holder, long since) {
        PoolStateNft nft =
                new PoolStateNft(manager, Long.toString(tokenId), holder, -60, 60, "1", "0", "0", "0", "0", null);
        new DepositorLookup(new EthNode(node), Set.of(GAUGE, FARM), since, 50).tellOwners(List.of(nft), chain.head());
        return nft;
    }

    private void transfers(long tokenId, String... holders) {
        for (int i = 1; i < holders.length; i++) {
            chain.append(new Transfer(MANAGER, tokenId, holders[i - 1], holders[i]));
        }
    }

    @Test
    void whoeverSentItThereOwnsIt() {
        transfers(7, NOBODY, ALICE, GAUGE);

        PoolStateNft nft = lookedUp(MANAGER, 7, GAUGE);

        assertThat(nft.getOwner()).isEqualTo(ALICE);
        assertThat(nft.getCustodian()).isEqualTo(GAUGE);
    }

    @Test
    void theLastOneToSendItThereOwnsIt() {
        transfers(7, NOBODY, ALICE, GAUGE, ALICE, BOB, GAUGE);

        assertThat(lookedUp(MANAGER, 7, GAUGE).getOwner()).isEqualTo(BOB);
    }

    @Test
    void inOneBlockTheLastLogCounts() {
        chain.append(
                new Transfer(MANAGER, 7, ALICE, GAUGE),
                new Transfer(MANAGER, 7, GAUGE, BOB),
                new Transfer(MANAGER, 7, BOB, GAUGE));

        assertThat(lookedUp(MANAGER, 7, GAUGE).getOwner()).isEqualTo(BOB);
    }

    @Test
    void fromOneCustodianToAnotherTheOwnerStays() {
        transfers(7, NOBODY, ALICE, GAUGE, FARM);

        PoolStateNft nft = lookedUp(MANAGER, 7, FARM);

        assertThat(nft.getOwner()).isEqualTo(ALICE);
        assertThat(nft.getCustodian()).isEqualTo(FARM);
    }

    @Test
    void whereItCameIntoBeingNobodyKnowsForWhom() {
        transfers(7, NOBODY, GAUGE, FARM);

        PoolStateNft nft = lookedUp(MANAGER, 7, FARM);

        assertThat(nft.getOwner()).isEqualTo(GAUGE);
        assertThat(nft.getCustodian()).isEqualTo(FARM);
    }

    @Test
    void theSameIdOfAnotherManagerIsAnotherNft() {
        transfers(7, NOBODY, ALICE, GAUGE);
        chain.append(new Transfer(OTHER_MANAGER, 7, BOB, GAUGE));

        assertThat(lookedUp(MANAGER, 7, GAUGE).getOwner()).isEqualTo(ALICE);
    }

    @Test
    void whatIsInNoCustodyIsNotLookedFor() {
        transfers(7, NOBODY, ALICE, BOB);

        PoolStateNft nft = lookedUp(MANAGER, 7, BOB);

        assertThat(nft.getOwner()).isEqualTo(BOB);
        assertThat(nft.getCustodian()).isNull();
        assertThat(rangesAsked).isZero();
    }

    @Test
    void itLooksNoFurtherThanItMust() {
        for (int block = 0; block < 500; block++) {
            chain.append(0, 0);
        }
        transfers(7, ALICE, GAUGE);

        assertThat(lookedUp(MANAGER, 7, GAUGE).getOwner()).isEqualTo(ALICE);
        assertThat(rangesAsked).isEqualTo(1);
    }

    @Test
    void itGoesBackAsFarAsItTakesByRangesThatTheNodeAllows() {
        transfers(7, ALICE, GAUGE);
        for (int block = 0; block < 200; block++) {
            chain.append(0, 0);
        }
        chain.limit(Integer.MAX_VALUE, 20);

        assertThat(lookedUp(MANAGER, 7, GAUGE).getOwner()).isEqualTo(ALICE);
        assertThat(rangesAsked).isBetween(11, 40);
    }

    @Test
    void beforeTheBlockGivenNobodyLooks() {
        transfers(7, ALICE, GAUGE);
        chain.append(0, 0);

        PoolStateNft nft = lookedUp(MANAGER, 7, GAUGE, chain.head());

        assertThat(nft.getOwner()).isEqualTo(GAUGE);
        assertThat(nft.getCustodian()).isEqualTo(GAUGE);
    }

    @ParameterizedTest
    @EnumSource(
            value = RpcException.Kind.class,
            names = {"REFUSED", "UNAVAILABLE"})
    void whereTheArchiveRefusesTheCustodianIsTheOwner(RpcException.Kind kind) {
        transfers(7, ALICE, GAUGE);
        node = failing(kind);

        PoolStateNft nft = lookedUp(MANAGER, 7, GAUGE);

        assertThat(nft.getOwner()).isEqualTo(GAUGE);
        assertThat(nft.getCustodian()).isEqualTo(GAUGE);
    }

    @ParameterizedTest
    @EnumSource(
            value = RpcException.Kind.class,
            names = {"UNREACHABLE", "STOPPED"})
    void whatWillPassIsNotTakenForAnAnswer(RpcException.Kind kind) {
        node = failing(kind);

        assertThatThrownBy(() -> lookedUp(MANAGER, 7, GAUGE)).hasMessage("pruned history unavailable");
    }

    private static Rpc failing(RpcException.Kind kind) {
        return (method, parameters) -> {
            throw new RpcException(kind, "pruned history unavailable");
        };
    }

    @Test
    void transfersThatDoNotHangTogetherAreNotBelieved() {
        transfers(7, NOBODY, ALICE, GAUGE, ALICE, BOB, GAUGE);
        Rpc whole = node;
        node = (method, parameters) -> {
            JsonNode answer = whole.call(method, parameters);
            if (method.equals("eth_getLogs")) {
                ((ArrayNode) answer).remove(answer.size() - 1);
            }
            return answer;
        };

        assertThat(lookedUp(MANAGER, 7, GAUGE).getOwner()).isEqualTo(GAUGE);
    }
}
