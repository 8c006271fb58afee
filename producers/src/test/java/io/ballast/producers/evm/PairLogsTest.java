/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static io.ballast.producers.evm.TestBlock.ALICE;
import static io.ballast.producers.evm.TestBlock.BOB;
import static io.ballast.producers.evm.TestBlock.OTHER_PAIR;
import static io.ballast.producers.evm.TestBlock.PAIR;
import static io.ballast.producers.evm.TestBlock.TOKEN0;
import static io.ballast.producers.evm.TestBlock.TOKEN1;
import static io.ballast.producers.evm.TestBlock.TOKEN2;
import static io.ballast.producers.evm.TestBlock.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PairLogsTest {

    private static final String MAX_UINT112 = "5192296858534827628530496329220095";

    private final BlockDecoder decoder =
            new BlockDecoder(new PoolCatalogue(5, Map.of(), Map.of(), Optional.of(BOB), Set.of()));
    private SpecificRecord definition;

    @BeforeEach
    void createPair() {
        definition = decode(TestBlock.number(1).pairCreated()).get(0);
    }

    private List<SpecificRecord> decode(TestBlock block) {
        return decoder.decode(block.build()).stream().map(OutgoingRecord::value).toList();
    }

    @Test
    void pairCreatedBecomesADefinition() {
        assertThat(definition).isInstanceOfSatisfying(PoolDefinition.class, pair -> {
            assertThat(pair.getPoolId()).isEqualTo("uniswap-v2:5:" + PAIR);
            assertThat(pair.getKind()).isEqualTo(PoolKind.CONSTANT_PRODUCT);
            assertThat(pair.getFeePips()).isEqualTo(3000);
            assertThat(pair.getTickSpacing()).isNull();
            assertThat(pair.getProtocolFeeRecipient()).isEqualTo(BOB);
        });
    }

    @Test
    void aSyncTakesTheAmountsOfTheSwapDirectlyBehindIt() {
        List<SpecificRecord> records =
                decode(TestBlock.number(2).sync(PAIR, MAX_UINT112, 7).pairSwap(PAIR, 100, 3, 1, 50));

        assertThat(records).singleElement().isInstanceOfSatisfying(PriceTick.class, tick -> {
            assertThat(tick.getKind()).isEqualTo(PriceTickKind.SYNC);
            assertThat(List.of(tick.getReserve0Raw(), tick.getReserve1Raw())).containsExactly(MAX_UINT112, "7");
            assertThat(List.of(tick.getAmount0Raw(), tick.getAmount1Raw())).containsExactly("99", "-47");
            assertThat(tick.getLogIndex()).isZero();
        });
        assertThat(decoder.tally().ignored()).containsOnly(Map.entry(IgnoreReason.SWAP_IN_SYNC, 1L));
    }

    @Test
    void aSyncThatIsForNoSwapHasNoAmounts() {
        List<SpecificRecord> records =
                decode(TestBlock.number(2).sync(PAIR, 5, 7).transaction().pairSwap(PAIR, 1, 0, 0, 1));

        assertThat(records).singleElement().isInstanceOfSatisfying(PriceTick.class, tick -> {
            assertThat(tick.getAmount0Raw()).isNull();
            assertThat(tick.getAmount1Raw()).isNull();
        });
        assertThat(decoder.tally().ignored()).containsOnly(Map.entry(IgnoreReason.SWAP_WITHOUT_SYNC, 1L));
    }

    @Test
    void theSwapOfAnotherPairIsNotTaken() {
        List<SpecificRecord> records = decode(TestBlock.number(2)
                .pairCreated(OTHER_PAIR, TOKEN1, TOKEN2)
                .sync(PAIR, 5, 7)
                .pairSwap(OTHER_PAIR, 1, 0, 0, 1));

        assertThat(((PriceTick) records.get(1)).getAmount0Raw()).isNull();
    }

    @Test
    void anAdditionIsToldLogByLog() {
        List<SpecificRecord> records = decode(TestBlock.number(2)
                .transfer(TOKEN0, ALICE, PAIR, 100)
                .transfer(TOKEN1, ALICE, PAIR, 200)
                .transfer(PAIR, ZERO, ALICE, 141)
                .sync(PAIR, 100, 200)
                .log(PAIR, "Mint(address indexed sender, uint256 amount0, uint256 amount1)", BOB, 100, 200));

        assertThat(records).hasSize(3);
        PositionEvent transfer = (PositionEvent) records.get(0);
        assertThat(transfer.getKind()).isEqualTo(PositionEventKind.LP_TRANSFER);
        assertThat(List.of(transfer.getFromAddress(), transfer.getToAddress(), transfer.getLiquidityRaw()))
                .containsExactly(ZERO, ALICE, "141");
        assertThat(((PriceTick) records.get(1)).getReserve1Raw()).isEqualTo("200");
        PositionEvent mint = (PositionEvent) records.get(2);
        assertThat(mint.getKind()).isEqualTo(PositionEventKind.LP_MINT);
        assertThat(List.of(mint.getAmount0Raw(), mint.getAmount1Raw())).containsExactly("100", "200");
        assertThat(decoder.tally().ignored()).containsOnly(Map.entry(IgnoreReason.TRANSFER_SYNCED, 2L));
    }

    @Test
    void aRemovalTellsWhoIsPaid() {
        List<SpecificRecord> records = decode(TestBlock.number(2)
                .log(
                        PAIR,
                        "Burn(address indexed sender, uint256 amount0, uint256 amount1, address indexed to)",
                        BOB,
                        10,
                        20,
                        ALICE));

        assertThat(records).singleElement().isInstanceOfSatisfying(PositionEvent.class, burn -> {
            assertThat(burn.getKind()).isEqualTo(PositionEventKind.LP_BURN);
            assertThat(List.of(burn.getAmount0Raw(), burn.getAmount1Raw(), burn.getToAddress()))
                    .containsExactly("10", "20", ALICE);
        });
    }

    @Test
    void aDonationIsATokenTransferOfTheirOwn() {
        List<SpecificRecord> records = decode(TestBlock.number(2)
                .sync(PAIR, 100, 200)
                .transfer(TOKEN0, ALICE, PAIR, 5)
                .transfer(TOKEN1, PAIR, BOB, 6));

        assertThat(records.subList(1, 3))
                .extracting(record -> (PoolEvent) record)
                .extracting(PoolEvent::getKind, PoolEvent::getAmount0Raw, PoolEvent::getAmount1Raw)
                .containsExactly(
                        tuple(PoolEventKind.TOKEN_TRANSFER, "5", "0"), tuple(PoolEventKind.TOKEN_TRANSFER, "0", "-6"));
    }

    @Test
    void aDonationIsSupersededByALaterSyncOfItsPairOnly() {
        List<SpecificRecord> records = decode(TestBlock.number(2)
                .pairCreated(OTHER_PAIR, TOKEN1, TOKEN2)
                .transfer(TOKEN0, ALICE, PAIR, 5)
                .transfer(TOKEN1, ALICE, OTHER_PAIR, 6)
                .transaction()
                .sync(PAIR, 105, 200));

        assertThat(records)
                .filteredOn(PoolEvent.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        PoolEvent.class, event -> assertThat(event.getPoolId()).endsWith(OTHER_PAIR));
    }

    @Test
    void aTransferFromPairToPairConcernsBoth() {
        List<SpecificRecord> records = decode(
                TestBlock.number(2).pairCreated(OTHER_PAIR, TOKEN1, TOKEN2).transfer(TOKEN1, PAIR, OTHER_PAIR, 9));

        assertThat(records.subList(1, 3))
                .extracting(record -> (PoolEvent) record)
                .extracting(PoolEvent::getPoolId, PoolEvent::getAmount0Raw, PoolEvent::getAmount1Raw)
                .containsExactlyInAnyOrder(
                        tuple("uniswap-v2:5:" + PAIR, "0", "-9"), tuple("uniswap-v2:5:" + OTHER_PAIR, "9", "0"));
    }

    @Test
    void anLpTokenMayItselfBeATokenOfAPair() {
        List<SpecificRecord> records =
                decode(TestBlock.number(2).pairCreated(OTHER_PAIR, PAIR, TOKEN2).transfer(PAIR, ALICE, OTHER_PAIR, 9));

        assertThat(records.subList(1, 3))
                .satisfiesExactly(
                        lp -> assertThat(((PositionEvent) lp).getKind()).isEqualTo(PositionEventKind.LP_TRANSFER),
                        token -> assertThat(((PoolEvent) token).getAmount0Raw()).isEqualTo("9"));
    }

    @Test
    void transfersBetweenPeopleAreCountedOnly() {
        assertThat(decode(TestBlock.number(2).transfer(TOKEN0, ALICE, BOB, 5).transfer(TOKEN0, PAIR, PAIR, 5)))
                .isEmpty();
        assertThat(decoder.tally().ignored()).containsOnly(Map.entry(IgnoreReason.TRANSFER_ELSEWHERE, 2L));
    }
}
