/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static io.ballast.producers.evm.TestBlock.ALICE;
import static io.ballast.producers.evm.TestBlock.BOB;
import static io.ballast.producers.evm.TestBlock.POOL;
import static io.ballast.producers.evm.TestBlock.TOKEN0;
import static io.ballast.producers.evm.TestBlock.TOKEN1;
import static io.ballast.producers.evm.TestBlock.V3_FACTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.SourceContracts;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.ConcentratedContract;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Forks of Uniswap v3 that log otherwise: PancakeSwap and Slipstream. */
class ForkLogsTest {

    private static final String FEE_MODULE = TestBlock.address(0xfee);
    private static final String SWAP =
            "Swap(address indexed sender, address indexed recipient, int256 amount0, int256 amount1, uint160 sqrtPriceX96, uint128 liquidity, int24 tick";

    private final BlockDecoder pancake = decoder(Map.of(V3_FACTORY, "pancake-v3"), Set.of());
    private final BlockDecoder slipstream = decoder(Map.of(), Set.of(FEE_MODULE));

    private static BlockDecoder decoder(Map<String, String> venues, Set<String> feeModules) {
        return new BlockDecoder(
                PoolCatalogue.empty(56).with(new SourceContracts(venues, feeModules, Map.of(), Set.of())));
    }

    @Test
    void aFactorysVenueSaysWhichContractItsPoolsAre() {
        List<OutgoingRecord> records =
                pancake.decode(TestBlock.number(1).poolCreated().build());

        PoolDefinition definition = (PoolDefinition) records.get(0).value();
        assertThat(definition.getVenue()).isEqualTo("pancake-v3");
        assertThat(definition.getPoolId()).isEqualTo("pancake-v3:56:" + POOL);
        assertThat(definition.getContract()).isEqualTo(ConcentratedContract.PANCAKE_V3);
    }

    @Test
    void pancakesSwapSaysWhatTheProtocolGot() {
        pancake.decode(TestBlock.number(1).poolCreated().build());

        List<OutgoingRecord> records = pancake.decode(TestBlock.number(2)
                .log(
                        POOL,
                        SWAP + ", uint128 protocolFeesToken0, uint128 protocolFeesToken1)",
                        ALICE,
                        BOB,
                        1000,
                        -900,
                        "79228162514264337593543950336",
                        55,
                        0,
                        17,
                        0)
                .build());

        PriceTick tick = (PriceTick) records.get(0).value();
        assertThat(tick.getAmount0Raw()).isEqualTo("1000");
        assertThat(tick.getAmount1Raw()).isEqualTo("-900");
        assertThat(tick.getLiquidityRaw()).isEqualTo("55");
        assertThat(tick.getProtocolFee0Raw()).isEqualTo("17");
        assertThat(tick.getProtocolFee1Raw()).isEqualTo("0");
        assertThat(tick.getFeePips()).isNull();
    }

    @Test
    void pancakesProtocolPartsAreWide() {
        pancake.decode(TestBlock.number(1).poolCreated().build());

        List<OutgoingRecord> records = pancake.decode(TestBlock.number(2)
                .log(
                        POOL,
                        "SetFeeProtocol(uint32 feeProtocol0Old, uint32 feeProtocol1Old, uint32 feeProtocol0New, uint32 feeProtocol1New)",
                        3200,
                        3200,
                        3300,
                        4000)
                .build());

        PoolEvent event = (PoolEvent) records.get(0).value();
        assertThat(event.getKind()).isEqualTo(PoolEventKind.SET_FEE_PROTOCOL);
        assertThat(event.getFeeProtocol0()).isEqualTo(3300);
        assertThat(event.getFeeProtocol1()).isEqualTo(4000);
    }

    @Test
    void slipstreamsCreationSaysATickSpacingThatTheFeeGoesBy() {
        List<OutgoingRecord> records = slipstream.decode(slipstreamCreated().build());

        PoolDefinition definition = (PoolDefinition) records.get(0).value();
        assertThat(definition.getVenue()).isEqualTo("slipstream");
        assertThat(definition.getContract()).isEqualTo(ConcentratedContract.SLIPSTREAM);
        assertThat(definition.getTickSpacing()).isEqualTo(200);
        assertThat(definition.getFeePips()).isEqualTo(3000);
    }

    @Test
    void aSwapCostsWhatTheFeeModuleLastSet() {
        slipstream.decode(slipstreamCreated().build());
        TestBlock change = swap(setFee(swap(TestBlock.number(2)), "CustomFeeSet", 450));
        TestBlock none = swap(setFee(TestBlock.number(3), "SetCustomFee", 420));
        TestBlock usual = swap(setFee(TestBlock.number(4), "CustomFeeSet", 0));

        assertThat(fees(change.build())).containsExactly(null, 450);
        assertThat(fees(none.build())).containsExactly(0);
        assertThat(fees(usual.build())).containsExactly((Integer) null);
    }

    @Test
    void aFeeOfABranchThatDiedIsForgotten() {
        slipstream.decode(slipstreamCreated().build());
        TestBlock dead = swap(setFee(TestBlock.number(2), "CustomFeeSet", 450));
        slipstream.decode(dead.build());

        assertThat(fees(dead.removed())).containsExactly(450);
        assertThat(fees(swap(TestBlock.number(2, 2)).build())).containsExactly((Integer) null);
    }

    @Test
    void aStrangersFeeIsNoFee() {
        slipstream.decode(slipstreamCreated().build());
        TestBlock block =
                TestBlock.number(2).log(BOB, "CustomFeeSet(address indexed pool, uint24 indexed fee)", POOL, 450);

        assertThat(fees(swap(block).build())).containsExactly((Integer) null);
    }

    private static TestBlock slipstreamCreated() {
        return TestBlock.number(1)
                .log(
                        V3_FACTORY,
                        "PoolCreated(address indexed token0, address indexed token1, int24 indexed tickSpacing, address pool)",
                        TOKEN0,
                        TOKEN1,
                        200,
                        POOL);
    }

    private static TestBlock setFee(TestBlock block, String event, int fee) {
        return block.log(FEE_MODULE, event + "(address indexed pool, uint24 indexed fee)", POOL, fee);
    }

    private static TestBlock swap(TestBlock block) {
        return block.log(POOL, SWAP + ")", ALICE, BOB, 10, -9, "79228162514264337593543950336", 55, 0);
    }

    private List<Integer> fees(LogBlock block) {
        return slipstream.decode(block).stream()
                .filter(record -> record.topic() == Topic.PRICE_TICKS)
                .map(record -> ((PriceTick) record.value()).getFeePips())
                .toList();
    }
}
