/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static io.ballast.producers.evm.TestBlock.ALICE;
import static io.ballast.producers.evm.TestBlock.POOL;
import static io.ballast.producers.evm.TestBlock.TOKEN0;
import static io.ballast.producers.evm.TestBlock.TOKEN1;
import static io.ballast.producers.evm.TestBlock.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.pools.ShareDetails;
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

/** A Curve pool of two coins with an LP token of its own: A 200, fee 0.04 %, of which the protocol has half. */
class CurveLogsTest {

    private static final String LP = TestBlock.address(0x11c);
    private static final String ADD =
            "AddLiquidity(address indexed provider, uint256[2] token_amounts, uint256[2] fees, uint256 invariant, uint256 token_supply)";
    private static final String REMOVE_ONE =
            "RemoveLiquidityOne(address indexed provider, uint256 token_amount, uint256 coin_amount, uint256 token_supply)";

    private static final PoolListing LISTED = PoolListing.ofShares(
            POOL,
            PoolKind.STABLE,
            PoolListing.CURVE,
            TOKEN0,
            TOKEN1,
            new ShareDetails(
                    LP,
                    Optional.empty(),
                    List.of(),
                    Optional.of(BigInteger.valueOf(20_000)),
                    100,
                    BigInteger.TEN.pow(14).multiply(BigInteger.valueOf(4)),
                    BigInteger.TEN.pow(17).multiply(BigInteger.valueOf(5)),
                    List.of()));

    private final BlockDecoder decoder =
            new BlockDecoder(new PoolCatalogue(1, Map.of(POOL, LISTED), Map.of(), Optional.empty(), Set.of()));

    @Test
    void theDefinitionSaysWhatTheLogsDoNot() {
        PoolDefinition definition = (PoolDefinition)
                decoder.decode(TestBlock.number(2).transfer(LP, ZERO, ALICE, 10).build())
                        .get(0)
                        .value();

        assertThat(definition.getPoolId()).isEqualTo("curve:1:" + POOL);
        assertThat(definition.getKind()).isEqualTo(PoolKind.STABLE);
        assertThat(definition.getAmplificationRaw()).isEqualTo("20000");
        assertThat(definition.getAmplificationPrecision()).isEqualTo(100);
        assertThat(definition.getSwapFeeE18Raw()).isEqualTo("400000000000000");
        assertThat(definition.getProtocolPartE18Raw()).isEqualTo("500000000000000000");
    }

    @Test
    void aDepositTellsFeesOfWhichThePoolKeepsHalf() {
        List<OutgoingRecord> records = decoder.decode(TestBlock.number(2)
                .transfer(LP, ZERO, ALICE, 55)
                .log(POOL, ADD, ALICE, List.of(1000, 0), List.of(7, 3), 99, 1055)
                .build());

        PositionEvent minted = (PositionEvent) records.get(1).value();
        assertThat(minted.getKind()).isEqualTo(PositionEventKind.LP_TRANSFER);
        assertThat(minted.getPoolId()).isEqualTo("curve:1:" + POOL);
        PositionEvent join = (PositionEvent) records.get(2).value();
        assertThat(join.getKind()).isEqualTo(PositionEventKind.JOIN);
        assertThat(join.getAmount0Raw()).isEqualTo("1000");
        assertThat(join.getProtocolFee0Raw()).isEqualTo("3");
        assertThat(join.getProtocolFee1Raw()).isEqualTo("1");
        assertThat(join.getLpSupplyRaw()).isEqualTo("1055");
    }

    @Test
    void aWithdrawalInProportionHasNoFees() {
        PositionEvent exit = last(
                log(
                        "RemoveLiquidity(address indexed provider, uint256[2] token_amounts, uint256[2] fees, uint256 token_supply)",
                        ALICE,
                        List.of(10, 20),
                        List.of(0, 0),
                        900),
                PositionEvent.class);

        assertThat(exit.getKind()).isEqualTo(PositionEventKind.EXIT);
        assertThat(exit.getAmount0Raw()).isEqualTo("10");
        assertThat(exit.getAmount1Raw()).isEqualTo("20");
        assertThat(exit.getProtocolFee0Raw()).isNull();
        assertThat(exit.getLpSupplyRaw()).isEqualTo("900");
    }

    @Test
    void aWithdrawalInAnyProportionHasThem() {
        PositionEvent exit = last(
                log(
                        "RemoveLiquidityImbalance(address indexed provider, uint256[2] token_amounts, uint256[2] fees, uint256 invariant, uint256 token_supply)",
                        ALICE,
                        List.of(10, 20),
                        List.of(4, 2),
                        99,
                        900),
                PositionEvent.class);

        assertThat(exit.getKind()).isEqualTo(PositionEventKind.EXIT);
        assertThat(exit.getProtocolFee0Raw()).isEqualTo("2");
        assertThat(exit.getProtocolFee1Raw()).isEqualTo("1");
        assertThat(exit.getLpSupplyRaw()).isEqualTo("900");
    }

    @Test
    void theTransferBeforeSaysWhichCoinWasPaid() {
        PositionEvent exit = last(
                TestBlock.number(2)
                        .transfer(LP, ALICE, ZERO, 5)
                        .transfer(TOKEN1, POOL, ALICE, 77)
                        .log(POOL, REMOVE_ONE, ALICE, 5, 77, 995),
                PositionEvent.class);

        assertThat(exit.getKind()).isEqualTo(PositionEventKind.EXIT);
        assertThat(exit.getAmount0Raw()).isEqualTo("0");
        assertThat(exit.getAmount1Raw()).isEqualTo("77");
        assertThat(exit.getLpSupplyRaw()).isEqualTo("995");
    }

    @Test
    void withoutOneNobodyKnowsAndItIsCounted() {
        decoder.decode(TestBlock.number(2)
                .transfer(TOKEN1, POOL, ALICE, 77)
                .transaction()
                .log(POOL, REMOVE_ONE, ALICE, 5, 77, 995)
                .build());

        assertThat(decoder.tally().unattributed()).containsEntry(UnattributedReason.NO_COIN_PAID, 1L);
    }

    @Test
    void coinsAreNumbered() {
        PriceTick tick = last(exchange(1, 500, 0, 499), PriceTick.class);

        assertThat(tick.getKind()).isEqualTo(PriceTickKind.EXCHANGE);
        assertThat(tick.getAmount0Raw()).isEqualTo("-499");
        assertThat(tick.getAmount1Raw()).isEqualTo("500");
        assertThat(last(exchange(2, 500, 0, 499), DeadLetter.class).getReason())
                .contains("coin 2 for 0 in a pool of two coins");
    }

    @Test
    void rampsAndFeesAreParameters() {
        PoolEvent ramp = last(
                log(
                        "RampA(uint256 old_A, uint256 new_A, uint256 initial_time, uint256 future_time)",
                        20_000,
                        10_000,
                        1_700_000_000,
                        1_700_100_000),
                PoolEvent.class);
        PoolEvent stop = last(log("StopRampA(uint256 A, uint256 t)", 15_000, 1_700_050_000), PoolEvent.class);
        PoolEvent fee = last(log("NewFee(uint256 fee, uint256 admin_fee)", 1_000_000, 0), PoolEvent.class);

        assertThat(ramp.getKind()).isEqualTo(PoolEventKind.AMPLIFICATION);
        assertThat(ramp.getStartAmplificationRaw()).isEqualTo("20000");
        assertThat(ramp.getEndAmplificationRaw()).isEqualTo("10000");
        assertThat(ramp.getRampStart()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(stop.getStartAmplificationRaw()).isEqualTo("15000");
        assertThat(stop.getRampStart()).isEqualTo(Instant.ofEpochSecond(1_700_050_000));
        assertThat(stop.getRampEnd()).isNull();
        assertThat(fee.getKind()).isEqualTo(PoolEventKind.SWAP_FEE);
        assertThat(fee.getSwapFeeE18Raw()).isEqualTo("100000000000000");
        assertThat(fee.getProtocolPartE18Raw()).isEqualTo("0");
    }

    @Test
    void afterANewFeeDepositsAreReadByIt() {
        decoder.decode(
                log("NewFee(uint256 fee, uint256 admin_fee)", 1_000_000, 0).build());

        PositionEvent join = last(
                TestBlock.number(3).log(POOL, ADD, ALICE, List.of(1000, 0), List.of(7, 3), 99, 1055),
                PositionEvent.class);

        assertThat(join.getProtocolFee0Raw()).isNull();
    }

    @Test
    void logsOfPoolsThatLendOrOfLaterOnesAreRefused() {
        DeadLetter letter = last(
                log(
                        "TokenExchangeUnderlying(address indexed buyer, int128 sold_id, uint256 tokens_sold, int128 bought_id, uint256 tokens_bought)",
                        ALICE,
                        0,
                        1,
                        1,
                        1),
                DeadLetter.class);

        assertThat(letter.getReason()).contains("is of a Curve pool that is not read");
    }

    private static TestBlock exchange(int soldId, int sold, int boughtId, int bought) {
        return log(
                "TokenExchange(address indexed buyer, int128 sold_id, uint256 tokens_sold, int128 bought_id, uint256 tokens_bought)",
                ALICE,
                soldId,
                sold,
                boughtId,
                bought);
    }

    private static TestBlock log(String declaration, Object... values) {
        return TestBlock.number(2).log(POOL, declaration, values);
    }

    private <T extends SpecificRecord> T last(TestBlock block, Class<T> type) {
        List<OutgoingRecord> records = decoder.decode(block.build());
        return type.cast(records.get(records.size() - 1).value());
    }
}
