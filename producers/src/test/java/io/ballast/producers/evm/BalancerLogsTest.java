/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static io.ballast.producers.evm.TestBlock.ALICE;
import static io.ballast.producers.evm.TestBlock.BOB;
import static io.ballast.producers.evm.TestBlock.POOL;
import static io.ballast.producers.evm.TestBlock.TOKEN0;
import static io.ballast.producers.evm.TestBlock.TOKEN1;
import static io.ballast.producers.evm.TestBlock.TOKEN2;
import static io.ballast.producers.evm.TestBlock.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.pools.ShareDetails;
import io.ballast.producers.pools.ShareDetails.VaultPool;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** A weighted Balancer v2 pool: 80 % token0, 20 % token1, fee 0.3 %. */
class BalancerLogsTest {

    private static final String VAULT = TestBlock.address(0xba12);
    private static final String ID = POOL + "000200000000000000000001";
    private static final String BALANCE =
            "PoolBalanceChanged(bytes32 indexed poolId, address indexed liquidityProvider, address[] tokens, int256[] deltas, uint256[] protocolFeeAmounts)";
    private static final String SWAP =
            "Swap(bytes32 indexed poolId, address indexed tokenIn, address indexed tokenOut, uint256 amountIn, uint256 amountOut)";

    private static final PoolListing LISTED = PoolListing.ofShares(
            POOL,
            PoolKind.WEIGHTED,
            PoolListing.BALANCER_V2,
            TOKEN0,
            TOKEN1,
            new ShareDetails(
                    POOL,
                    Optional.of(new VaultPool(VAULT, ID)),
                    List.of(e18(8, 17), e18(2, 17)),
                    Optional.empty(),
                    1,
                    e18(3, 15),
                    BigInteger.ZERO,
                    List.of()));

    private final BlockDecoder decoder =
            new BlockDecoder(new PoolCatalogue(1, Map.of(POOL, LISTED), Map.of(), Optional.empty(), Set.of()));

    @Test
    void theDefinitionSaysWhatTheLogsDoNot() {
        PoolDefinition definition = (PoolDefinition) decoder.decode(
                        TestBlock.number(2).transfer(POOL, ZERO, ALICE, 10).build())
                .get(0)
                .value();

        assertThat(definition.getPoolId()).isEqualTo("balancer-v2:1:" + POOL);
        assertThat(definition.getKind()).isEqualTo(PoolKind.WEIGHTED);
        assertThat(definition.getContract()).isNull();
        assertThat(definition.getTokens())
                .extracting(token -> token.getWeightE18Raw())
                .containsExactly("800000000000000000", "200000000000000000");
        assertThat(definition.getSwapFeeE18Raw()).isEqualTo("3000000000000000");
        assertThat(definition.getFeePips()).isNull();
        assertThat(definition.getAmplificationRaw()).isNull();
    }

    @Test
    void aDepositIsTheMintedTokensAndThenWhatWasPaid() {
        List<OutgoingRecord> records = decoder.decode(TestBlock.number(2)
                .transfer(POOL, ZERO, ALICE, 55)
                .log(VAULT, BALANCE, ID, ALICE, List.of(TOKEN0, TOKEN1), List.of(100, 0), List.of(3, 0))
                .build());

        PositionEvent minted = (PositionEvent) records.get(1).value();
        assertThat(minted.getKind()).isEqualTo(PositionEventKind.LP_TRANSFER);
        assertThat(minted.getLiquidityRaw()).isEqualTo("55");
        PositionEvent join = (PositionEvent) records.get(2).value();
        assertThat(join.getKind()).isEqualTo(PositionEventKind.JOIN);
        assertThat(join.getAmount0Raw()).isEqualTo("100");
        assertThat(join.getAmount1Raw()).isEqualTo("0");
        assertThat(join.getProtocolFee0Raw()).isEqualTo("3");
        assertThat(join.getProtocolFee1Raw()).isNull();
        assertThat(join.getLpSupplyRaw()).isNull();
    }

    @Test
    void aWithdrawalsDeltasAreNegative() {
        PositionEvent exit = last(
                log(VAULT, BALANCE, ID, ALICE, List.of(TOKEN0, TOKEN1), List.of(-100, -20), List.of(0, 0)),
                PositionEvent.class);

        assertThat(exit.getKind()).isEqualTo(PositionEventKind.EXIT);
        assertThat(exit.getAmount0Raw()).isEqualTo("100");
        assertThat(exit.getAmount1Raw()).isEqualTo("20");
    }

    @Test
    void aSwapsTokensSayWhichAmountIsWhich() {
        PriceTick tick = last(log(VAULT, SWAP, ID, TOKEN1, TOKEN0, 500, 400), PriceTick.class);

        assertThat(tick.getKind()).isEqualTo(PriceTickKind.EXCHANGE);
        assertThat(tick.getAmount0Raw()).isEqualTo("-400");
        assertThat(tick.getAmount1Raw()).isEqualTo("500");
    }

    @Test
    void feeAmplificationAndWeightsAreParameters() {
        PoolEvent fee =
                last(log(POOL, "SwapFeePercentageChanged(uint256 swapFeePercentage)", e18(1, 16)), PoolEvent.class);
        PoolEvent weights = last(
                log(
                        POOL,
                        "GradualWeightUpdateScheduled(uint256 startTime, uint256 endTime, uint256[] startWeights, uint256[] endWeights)",
                        1_700_000_100,
                        1_700_000_200,
                        List.of(e18(8, 17), e18(2, 17)),
                        List.of(e18(5, 17), e18(5, 17))),
                PoolEvent.class);
        PoolEvent stopped = last(log(POOL, "AmpUpdateStopped(uint256 currentValue)", 150_000), PoolEvent.class);

        assertThat(fee.getKind()).isEqualTo(PoolEventKind.SWAP_FEE);
        assertThat(fee.getSwapFeeE18Raw()).isEqualTo("10000000000000000");
        assertThat(weights.getKind()).isEqualTo(PoolEventKind.WEIGHTS);
        assertThat(weights.getStartWeight0E18Raw()).isEqualTo("800000000000000000");
        assertThat(weights.getEndWeight0E18Raw()).isEqualTo("500000000000000000");
        assertThat(weights.getRampStart()).isEqualTo(Instant.ofEpochSecond(1_700_000_100));
        assertThat(weights.getRampEnd()).isEqualTo(Instant.ofEpochSecond(1_700_000_200));
        assertThat(stopped.getKind()).isEqualTo(PoolEventKind.AMPLIFICATION);
        assertThat(stopped.getStartAmplificationRaw()).isEqualTo("150000");
        assertThat(stopped.getEndAmplificationRaw()).isEqualTo("150000");
        assertThat(stopped.getRampStart()).isNull();
    }

    @Test
    void anAmplificationThatStartsToMoveSaysWhenAndWhereTo() {
        PoolEvent ramp = last(
                log(
                        POOL,
                        "AmpUpdateStarted(uint256 startValue, uint256 endValue, uint256 startTime, uint256 endTime)",
                        100_000,
                        200_000,
                        1_700_000_100,
                        1_700_100_000),
                PoolEvent.class);

        assertThat(ramp.getStartAmplificationRaw()).isEqualTo("100000");
        assertThat(ramp.getEndAmplificationRaw()).isEqualTo("200000");
        assertThat(ramp.getRampEnd()).isEqualTo(Instant.ofEpochSecond(1_700_100_000));
    }

    @Test
    void tokensThatAreNotTheListedOnesAreRefused() {
        DeadLetter more = last(
                log(
                        VAULT,
                        "TokensRegistered(bytes32 indexed poolId, address[] tokens, address[] assetManagers)",
                        ID,
                        List.of(TOKEN0, TOKEN1, TOKEN2),
                        List.of(ZERO, ZERO, ZERO)),
                DeadLetter.class);
        DeadLetter itself = last(log(VAULT, SWAP, ID, TOKEN1, POOL, 500, 400), DeadLetter.class);

        assertThat(more.getReason()).contains("but is listed with " + TOKEN0 + " and " + TOKEN1);
        assertThat(more.getPoolId()).isEqualTo("balancer-v2:1:" + POOL);
        assertThat(itself.getReason()).contains("pools whose LP token is among their tokens are not read");
    }

    @Test
    void anArrayThatLiesElsewhereIsADeadLetter() {
        DeadLetter letter = last(
                TestBlock.number(2)
                        .raw(
                                VAULT,
                                List.of(Topic0.BALANCER_BALANCE, ID, TestBlock.hash(1)),
                                "0x" + ("f".repeat(16) + "0".repeat(48)).repeat(4)),
                DeadLetter.class);

        assertThat(letter.getReason()).contains("PoolBalanceChanged.tokens");
    }

    @Test
    void anotherVaultOrPoolIsIgnored() {
        decoder.decode(log(BOB, SWAP, ID, TOKEN1, TOKEN0, 500, 400).build());
        decoder.decode(
                log(VAULT, SWAP, TestBlock.hash(9), TOKEN1, TOKEN0, 500, 400).build());

        assertThat(decoder.tally().ignored()).containsEntry(IgnoreReason.UNKNOWN_CONTRACT, 2L);
    }

    private static TestBlock log(String contract, String declaration, Object... values) {
        return TestBlock.number(2).log(contract, declaration, values);
    }

    private <T extends SpecificRecord> T last(TestBlock block, Class<T> type) {
        List<OutgoingRecord> records = decoder.decode(block.build());
        return type.cast(records.get(records.size() - 1).value());
    }

    private static BigInteger e18(long value, int zeros) {
        return BigInteger.valueOf(value).multiply(BigInteger.TEN.pow(zeros));
    }
}
