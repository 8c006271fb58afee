/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ballast.producers.pools.AskedPosition;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.pools.SourceContracts;
import io.ballast.producers.rpc.Endpoint;
import io.ballast.producers.rpc.Endpoints;
import io.ballast.producers.rpc.EthNode;
import io.ballast.producers.rpc.Rpc;
import io.ballast.producers.rpc.RpcException;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolStateNft;
import io.ballast.schema.PoolStateSlot;
import io.ballast.schema.PoolStateTick;
import io.ballast.schemas.catalogue.Topic;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pool whose state is read from the chain at the block before the first. */
class JoinedInMidLifeTest {

    private static final String POOL = address(0xa1);
    private static final String TOKEN0 = address(0x10);
    private static final String TOKEN1 = address(0x11);
    private static final String MANAGER = address(0x99);
    private static final String ALICE = address(0xa11ce);
    private static final String GAUGE = address(0x6a);
    private static final String ID = String.format("%064x", 7);
    private static final long START = 5;

    private FakeChain chain = new FakeChain();
    private Set<String> custodians = Set.of();
    private final ConcentratedPool pool = new ConcentratedPool(3000, 60, new Journal());
    private final List<OutgoingRecord> committed = new ArrayList<>();
    private FakePool contract;
    private final Map<String, Rpc> nodes =
            new LinkedHashMap<>(Map.of("fake", (method, parameters) -> contract.call(method, parameters)));

    @BeforeEach
    void liveALittle() {
        pool.initialize(TickMath.sqrtPriceX96AtTick(-100), -100);
        pool.mint(new SlotKey(MANAGER, -60000, 887220), BigInteger.TEN.pow(18));
        pool.mint(new SlotKey(ALICE, -120, 60), BigInteger.TEN.pow(17));
        pool.setFeeProtocol(4, 6);
        pool.swap(true, BigInteger.TEN.pow(15), TickMath.sqrtPriceX96AtTick(-400));
        pool.swap(false, BigInteger.TEN.pow(15), TickMath.sqrtPriceX96AtTick(-90));
        pool.burn(new SlotKey(ALICE, -120, 60), BigInteger.ONE);
        live(ALICE);
    }

    private void live(String holder) {
        contract = new FakePool(
                chain,
                pool,
                60,
                Map.of(
                        "0x99fbab88" + ID,
                        FakePool.words(
                                BigInteger.ZERO,
                                BigInteger.ZERO,
                                number(TOKEN0),
                                number(TOKEN1),
                                BigInteger.valueOf(3000),
                                BigInteger.valueOf(-60000),
                                BigInteger.valueOf(887220),
                                BigInteger.valueOf(5),
                                BigInteger.valueOf(11),
                                BigInteger.valueOf(12),
                                BigInteger.valueOf(13),
                                BigInteger.valueOf(14)),
                        "0x6352211e" + ID,
                        FakePool.words(number(holder))));
        for (int i = 0; i < 20; i++) {
            chain.append(0, 1);
        }
    }

    @Test
    void theFirstRecordIsWhatTheContractHas() {
        follower().run();

        PoolEvent event = state();
        assertThat(contract.callsAtBlock()).isEqualTo(START - 1);
        assertThat(event.getBlockNumber()).isEqualTo(START - 1);
        assertThat(event.getLogIndex()).isEqualTo(Integer.MAX_VALUE - 1);
        assertThat(event.getSqrtPriceX96Raw())
                .isEqualTo(pool.state().sqrtPriceX96().toString());
        assertThat(event.getTick()).isEqualTo(pool.state().tick());
        assertThat(event.getFeeProtocol0()).isEqualTo(4);
        assertThat(event.getFeeProtocol1()).isEqualTo(6);
        assertThat(event.getState().getLiquidityRaw())
                .isEqualTo(pool.state().liquidity().toString());
        assertThat(event.getState().getFeeGrowthGlobal0X128Raw())
                .isEqualTo(pool.state().feeGrowthGlobal0X128().toString());
        assertThat(event.getState().getTicks())
                .extracting(PoolStateTick::getTick)
                .containsExactlyElementsOf(pool.ticks().view().keySet());
        assertThat(event.getState().getTicks()).allSatisfy(tick -> assertThat(tick.getLiquidityNetRaw())
                .isEqualTo(
                        pool.ticks().view().get(tick.getTick()).liquidityNet().toString()));
    }

    @Test
    void positionsAreReadWhereTheyAreAskedFor() {
        follower().run();

        PoolStateNft nft = state().getState().getNfts().get(0);
        assertThat(state().getState().getNfts()).hasSize(1);
        assertThat(nft.getOwner()).isEqualTo(ALICE);
        assertThat(nft.getTickLower()).isEqualTo(-60000);
        assertThat(nft.getLiquidityRaw()).isEqualTo("5");
        assertThat(nft.getTokensOwed1Raw()).isEqualTo("14");
        assertThat(state().getState().getSlots())
                .extracting(PoolStateSlot::getOwner, PoolStateSlot::getManaged)
                .containsExactly(tuple(ALICE, false), tuple(MANAGER, true));
        PoolStateSlot direct = state().getState().getSlots().get(0);
        assertThat(direct.getTokensOwed0Raw())
                .isEqualTo(pool.slots()
                        .get(new SlotKey(ALICE, -120, 60))
                        .tokensOwed0()
                        .toString());
    }

    @Test
    void aSecondRunGoesOnAndReadsNoStateAgain() {
        follower().run();
        int records = committed.size();
        FakePool before = contract;
        contract = new FakePool(chain, new ConcentratedPool(3000, 60, new Journal()), 60, Map.of());

        follower().run();

        assertThat(committed).hasSize(records);
        assertThat(contract.callsAtBlock()).isEqualTo(-1);
        assertThat(before.callsAtBlock()).isEqualTo(START - 1);
    }

    @Test
    void whatACustodianHasIsWhoseItWasBefore() {
        stakedByAlice();

        follower().run();

        assertThat(nft().getOwner()).isEqualTo(ALICE);
        assertThat(nft().getCustodian()).isEqualTo(GAUGE);
    }

    @Test
    void whereNobodyHasLogsOfThenTheCustodianIsTheOwner() {
        stakedByAlice();
        nodes.put("fake", (method, parameters) -> {
            if (parameters.path(0).path("address").toString().contains(MANAGER)
                    && parameters.toString().contains("0x" + ID)) {
                throw new RpcException(
                        RpcException.Kind.UNAVAILABLE,
                        "http://fake eth_getLogs: error 4444 pruned history unavailable");
            }
            return contract.call(method, parameters);
        });

        follower().run();

        assertThat(nft().getOwner()).isEqualTo(GAUGE);
        assertThat(nft().getCustodian()).isEqualTo(GAUGE);
    }

    private void stakedByAlice() {
        chain = new FakeChain();
        chain.append(new FakeChain.Transfer(MANAGER, 7, ALICE, GAUGE));
        custodians = Set.of(GAUGE);
        live(GAUGE);
    }

    private PoolStateNft nft() {
        return state().getState().getNfts().get(0);
    }

    @Test
    void aNodeThatHasNoStateOfThenIsNotNeeded() {
        nodes.clear();
        nodes.put("pruned", (method, parameters) -> {
            if (method.equals("eth_call")) {
                throw new RpcException(
                        RpcException.Kind.UNAVAILABLE, "http://pruned eth_call: error -32000 missing trie node");
            }
            return contract.call(method, parameters);
        });
        nodes.put("archive", (method, parameters) -> contract.call(method, parameters));

        follower().run();

        assertThat(state().getState().getNfts()).hasSize(1);
    }

    @Test
    void anotherContractThanListedIsNotBelieved() {
        PoolStateReader reader =
                new PoolStateReader(new EthNode((method, parameters) -> TextNode.valueOf("0x")), catalogue());

        assertThatThrownBy(() -> reader.read(reader.pools().get(0), List.of(), 4))
                .isInstanceOf(RpcException.class)
                .hasMessageContaining(POOL)
                .hasMessageContaining("at block 4");
    }

    private PoolEvent state() {
        List<PoolEvent> states = committed.stream()
                .filter(record -> record.topic() == Topic.POOL_EVENTS)
                .map(record -> (PoolEvent) record.value())
                .filter(event -> event.getKind() == PoolEventKind.STATE)
                .toList();
        assertThat(states).hasSize(1);
        return states.get(0);
    }

    private ChainFollower follower() {
        RestartingSink sink = new RestartingSink(committed);
        FollowOptions options = new FollowOptions(
                nodes.keySet().stream()
                        .map(name -> Endpoint.of("http://" + name))
                        .toList(),
                catalogue(),
                Set.of(),
                false,
                START,
                OptionalLong.of(15),
                Finality.ofDepth(2),
                Duration.ofMillis(1),
                50,
                Duration.ofSeconds(2),
                1e9,
                false,
                Optional.of(new JoinOptions(
                        List.of(
                                AskedPosition.parse(MANAGER + "/7"),
                                AskedPosition.parse(POOL + "/" + ALICE + ":-120:60")),
                        0)));
        Endpoints endpoints = new Endpoints(
                options.endpoints(),
                endpoint -> nodes.get(endpoint.uri().getHost()),
                FakeChain.CHAIN_ID,
                options.requestsPerSecond(),
                new SplittableRandom(1),
                () -> 0L,
                pause -> true);
        ChainFollower follower = new ChainFollower(
                options, RestartingSink.PRODUCER, endpoints, sink, now -> {}, HeadLatency.unmeasured(), pause -> true);
        sink.journal().forEach(follower::resume);
        sink.requireCaughtUp();
        return follower;
    }

    private PoolCatalogue catalogue() {
        PoolListing listed = new PoolListing(
                POOL,
                PoolKind.CONCENTRATED,
                PoolListing.UNISWAP_V3,
                TOKEN0,
                TOKEN1,
                Optional.of(3000),
                Optional.of(60));
        return new PoolCatalogue(
                FakeChain.CHAIN_ID,
                Map.of(POOL, listed),
                Map.of(),
                Optional.empty(),
                Set.of(MANAGER),
                new SourceContracts(Map.of(), Set.of(), Map.of(), custodians));
    }

    private static BigInteger number(String address) {
        return new BigInteger(address.substring(2), 16);
    }

    private static String address(long id) {
        return String.format("0x%040x", id);
    }
}
