/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static io.ballast.producers.evm.TestBlock.ALICE;
import static io.ballast.producers.evm.TestBlock.MANAGER;
import static io.ballast.producers.evm.TestBlock.OTHER_POOL;
import static io.ballast.producers.evm.TestBlock.PAIR;
import static io.ballast.producers.evm.TestBlock.POOL;
import static io.ballast.producers.evm.TestBlock.TOKEN0;
import static io.ballast.producers.evm.TestBlock.TOKEN1;
import static io.ballast.producers.evm.TestBlock.TOKEN2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolContract;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.pools.ShareDetails;
import io.ballast.producers.pools.ShareDetails.VaultPool;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schemas.catalogue.Topic;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PauseLogsTest {

    private static final String PAUSED = "Paused(address account)";
    private static final String UNPAUSED = "Unpaused(address account)";

    private static final String VAULT = TestBlock.address(0xba12);
    private static final String POOL_MANAGER = TestBlock.address(0x4444);
    private static final String CURVE_POOL = TestBlock.address(0xc7);
    private static final List<PoolListing> LISTED = List.of(
            inVault(TestBlock.address(0xb1)),
            inVault(TestBlock.address(0xb2)),
            shares(CURVE_POOL, TestBlock.address(0x11c), Optional.empty()),
            managed(TestBlock.hash(0x41)),
            managed(TestBlock.hash(0x42)));

    private final BlockDecoder decoder = new BlockDecoder(new PoolCatalogue(
            1,
            LISTED.stream().collect(Collectors.toMap(PoolListing::address, pool -> pool)),
            Map.of(),
            Optional.empty(),
            Set.of()));

    private static PoolListing inVault(String pool) {
        return shares(pool, pool, Optional.of(new VaultPool(VAULT, pool + "000200000000000000000001")));
    }

    private static PoolListing shares(String pool, String lpToken, Optional<VaultPool> vault) {
        return PoolListing.ofShares(
                pool,
                PoolKind.STABLE,
                vault.isPresent() ? PoolListing.BALANCER_V2 : PoolListing.CURVE,
                TOKEN0,
                TOKEN1,
                new ShareDetails(
                        lpToken,
                        vault,
                        List.of(),
                        Optional.of(BigInteger.valueOf(200)),
                        1,
                        BigInteger.ONE,
                        BigInteger.ZERO,
                        List.of()));
    }

    private static PoolListing managed(String id) {
        return PoolListing.concentrated(
                id,
                PoolListing.UNISWAP_V4,
                TOKEN0,
                TOKEN1,
                Optional.of(3000),
                60,
                PoolContract.managedBy(POOL_MANAGER, Optional.empty()));
    }

    @BeforeEach
    void createPools() {
        decoder.decode(TestBlock.number(1)
                .poolCreated()
                .poolCreated(OTHER_POOL, TOKEN1, TOKEN2)
                .pairCreated()
                .nftMinted(POOL, "7", -60, 60, 1000)
                .build());
    }

    private List<PoolEvent> decode(TestBlock block) {
        return decode(block.build());
    }

    private List<PoolEvent> decode(LogBlock block) {
        return decoder.decode(block).stream()
                .filter(record -> record.topic() == Topic.POOL_EVENTS)
                .map(record -> (PoolEvent) record.value())
                .toList();
    }

    @Test
    void aPoolSaysThatItIsPausedAndThatItIsNoMore() {
        assertThat(decode(TestBlock.number(2).log(POOL, PAUSED, ALICE).log(POOL, UNPAUSED, ALICE)))
                .extracting(PoolEvent::getKind, PoolEvent::getContract, PoolEvent::getLogIndex)
                .containsExactly(tuple(PoolEventKind.PAUSE, POOL, 0), tuple(PoolEventKind.UNPAUSE, POOL, 1));
    }

    @Test
    void aPairMaySayItInBalancersWay() {
        List<String> topics = List.of(Topic0.PAUSED_STATE_CHANGED);

        assertThat(decode(
                        TestBlock.number(2).raw(PAIR, topics, TestBlock.hash(1)).raw(PAIR, topics, TestBlock.hash(0))))
                .extracting(PoolEvent::getKind)
                .containsExactly(PoolEventKind.PAUSE, PoolEventKind.UNPAUSE);
    }

    @Test
    void aPositionManagersPauseConcernsEveryPoolWithRanges() {
        assertThat(decode(TestBlock.number(2).log(MANAGER, PAUSED, ALICE)))
                .extracting(PoolEvent::getContract, event -> event.getPoolId().endsWith(POOL))
                .containsExactly(tuple(MANAGER, true), tuple(MANAGER, false));
    }

    /** Also those that nothing was heard of yet. */
    @Test
    void theVaultsPauseConcernsEveryPoolInIt() {
        List<String> topics = List.of(Topic0.PAUSED_STATE_CHANGED);

        assertThat(decode(TestBlock.number(2).raw(VAULT, topics, TestBlock.hash(1))))
                .extracting(PoolEvent::getKind, PoolEvent::getContract, PauseLogsTest::poolAddress)
                .containsExactlyInAnyOrder(
                        tuple(PoolEventKind.PAUSE, VAULT, TestBlock.address(0xb1)),
                        tuple(PoolEventKind.PAUSE, VAULT, TestBlock.address(0xb2)));
        assertThat(decode(TestBlock.number(3).raw(VAULT, topics, TestBlock.hash(0))))
                .extracting(PoolEvent::getKind)
                .containsExactly(PoolEventKind.UNPAUSE, PoolEventKind.UNPAUSE);
    }

    @Test
    void aPoolManagersPauseConcernsEveryPoolInIt() {
        assertThat(decode(TestBlock.number(2).log(POOL_MANAGER, PAUSED, ALICE)))
                .extracting(PoolEvent::getContract, PauseLogsTest::poolAddress)
                .containsExactlyInAnyOrder(
                        tuple(POOL_MANAGER, TestBlock.hash(0x41)), tuple(POOL_MANAGER, TestBlock.hash(0x42)));
    }

    @Test
    void aPoolOfSharesMayBePausedAlone() {
        List<String> topics = List.of(Topic0.PAUSED_STATE_CHANGED);
        String inVault = TestBlock.address(0xb1);

        assertThat(decode(TestBlock.number(2)
                        .raw(inVault, topics, TestBlock.hash(1))
                        .log(CURVE_POOL, PAUSED, ALICE)))
                .extracting(PoolEvent::getContract, PauseLogsTest::poolAddress)
                .containsExactly(tuple(inVault, inVault), tuple(CURVE_POOL, CURVE_POOL));
    }

    @Test
    void aVaultsPauseIsTakenBackOfEveryPoolInIt() {
        List<String> topics = List.of(Topic0.PAUSED_STATE_CHANGED);
        List<PoolEvent> paused = decode(TestBlock.number(2).raw(VAULT, topics, TestBlock.hash(1)));

        List<PoolEvent> takenBack =
                decode(TestBlock.number(2).raw(VAULT, topics, TestBlock.hash(1)).removed());

        assertThat(takenBack).hasSameSizeAs(paused).allMatch(PoolEvent::getRemoved);
    }

    private static String poolAddress(PoolEvent event) {
        return event.getPoolId().substring(event.getPoolId().lastIndexOf(':') + 1);
    }

    @Test
    void aPauseOfSomebodyElseIsOfNoConcern() {
        assertThat(decode(TestBlock.number(2).log(ALICE, PAUSED, ALICE))).isEmpty();
    }

    @Test
    void aLogOfAnotherShapeIsADeadLetter() {
        assertThat(decoder.decode(TestBlock.number(2)
                        .log(POOL, "Paused(address indexed account)", ALICE)
                        .build()))
                .singleElement()
                .satisfies(record ->
                        assertThat(((DeadLetter) record.value()).getReason()).contains("Paused"));
    }
}
