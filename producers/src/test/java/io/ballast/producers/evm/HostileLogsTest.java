/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static io.ballast.producers.evm.TestBlock.ALICE;
import static io.ballast.producers.evm.TestBlock.MANAGER;
import static io.ballast.producers.evm.TestBlock.PAIR;
import static io.ballast.producers.evm.TestBlock.POOL;
import static io.ballast.producers.evm.TestBlock.TOKEN0;
import static io.ballast.producers.evm.TestBlock.TOKEN1;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.DeadLetterStage;
import io.ballast.schema.PoolKind;
import io.ballast.schemas.catalogue.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostileLogsTest {

    private static final String TWO_TO_128 = "340282366920938463463374607431768211456";

    private final BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));

    @BeforeEach
    void createPools() {
        decoder.decode(TestBlock.number(1).poolCreated().pairCreated().build());
    }

    private DeadLetter onlyLetter(TestBlock block) {
        List<OutgoingRecord> records = decoder.decode(block.build());
        assertThat(records).extracting(OutgoingRecord::topic).containsOnlyOnce(Topic.DEAD_LETTERS);
        return (DeadLetter) records.get(0).value();
    }

    @Test
    void aDeadLetterSaysWhatAndWhere() {
        List<OutgoingRecord> records = decoder.decode(TestBlock.number(2)
                .mint(POOL, ALICE, -60, 60, TWO_TO_128, 1, 1)
                .mint(POOL, ALICE, -60, 60, 1, 1, 1)
                .build());

        assertThat(records)
                .extracting(OutgoingRecord::topic)
                .containsExactly(Topic.DEAD_LETTERS, Topic.POSITION_EVENTS);
        assertThat(records.get(0).key()).isEqualTo("uniswap-v3:1:" + POOL);
        DeadLetter letter = (DeadLetter) records.get(0).value();
        assertThat(letter.getStage()).isEqualTo(DeadLetterStage.SOURCE);
        assertThat(letter.getReason())
                .isEqualTo("logs.jsonl:1: Mint.amount 0x00000000000000000000000000000001"
                        + "00000000000000000000000000000000 is outside the range of uint128");
        assertThat(letter.getErrorClass()).isEqualTo(MalformedLogException.class.getName());
        assertThat(letter.getSourceFile()).isEqualTo("logs.jsonl");
        assertThat(letter.getSourceLine()).isEqualTo(1);
        assertThat(letter.getPoolId()).isEqualTo("uniswap-v3:1:" + POOL);
        assertThat(letter.getBlockNumber()).isEqualTo(2);
        assertThat(letter.getLogIndex()).isZero();
        assertThat(StandardCharsets.UTF_8.decode(letter.getSourceValue()).toString())
                .isEqualTo("log 0");
        assertThat(decoder.tally().malformedLogs()).isEqualTo(1);
    }

    @Test
    void aTickOutsideInt24() {
        assertThat(onlyLetter(TestBlock.number(2).mint(POOL, ALICE, -8388609, 60, 1, 1, 1))
                        .getReason())
                .contains("Mint.tickLower 0x" + "f".repeat(58) + "7fffff")
                .contains("outside the range of int24");
    }

    @Test
    void aSqrtPriceOutsideUint160() {
        assertThat(onlyLetter(TestBlock.number(2)
                                .log(
                                        POOL,
                                        "Initialize(uint160 sqrtPriceX96, int24 tick)",
                                        "1461501637330902918203684832716283019655932542976",
                                        0))
                        .getReason())
                .contains("Initialize.sqrtPriceX96")
                .contains("uint160");
    }

    @Test
    void reservesOutsideUint112() {
        assertThat(onlyLetter(TestBlock.number(2).sync(PAIR, 1, "5192296858534827628530496329220096"))
                        .getReason())
                .contains("Sync.reserve1")
                .contains("uint112");
    }

    @Test
    void anAddressWithSomethingBeforeIt() {
        Abi.Encoded mint = Abi.event(
                "Burn(uint256 indexed owner, int24 indexed a, int24 indexed b, uint128 c, uint256 d, uint256 e)",
                "1461501637330902918203684832716283019655932542976",
                0,
                60,
                1,
                1,
                1);
        List<String> topics = List.of(
                Topic0.BURN,
                mint.topics().get(1),
                mint.topics().get(2),
                mint.topics().get(3));

        assertThat(onlyLetter(TestBlock.number(2).raw(POOL, topics, mint.data()))
                        .getReason())
                .contains("Burn.owner")
                .contains("outside the range of address");
    }

    @Test
    void topicsThatAreTooFew() {
        assertThat(onlyLetter(TestBlock.number(2).raw(POOL, List.of(Topic0.MINT), "0x"))
                        .getReason())
                .endsWith("Mint has 4 topics, this log has 1");
    }

    @Test
    void dataThatIsTooShort() {
        assertThat(onlyLetter(TestBlock.number(2).raw(PAIR, List.of(Topic0.PAIR_SYNC), "0x" + "00".repeat(63)))
                        .getReason())
                .endsWith("Sync has 64 bytes of data, this log has 63");
    }

    @Test
    void dataThatIsTooLong() {
        assertThat(onlyLetter(TestBlock.number(2).raw(PAIR, List.of(Topic0.PAIR_SYNC), "0x" + "00".repeat(96)))
                        .getReason())
                .endsWith("Sync has 64 bytes of data, this log has 96");
    }

    @Test
    void theFirstLogOfAManagerThatCannotBeRead() {
        List<String> topics = List.of(Topic0.NFT_INCREASE, TestBlock.hash(7));

        DeadLetter letter = onlyLetter(TestBlock.number(2)
                .mint(POOL, MANAGER, -60, 60, 1000, 11, 12)
                .nftTransfer(TestBlock.ZERO, ALICE, 7)
                .raw(MANAGER, topics, "0x00"));

        assertThat(letter.getReason()).contains("IncreaseLiquidity has 96 bytes of data");
    }

    @Test
    void aPairsTokenWhoseTransferHasAnotherShape() {
        assertThat(onlyLetter(TestBlock.number(2).raw(TOKEN0, List.of(Topic0.TRANSFER), "0x" + "00".repeat(96)))
                        .getReason())
                .endsWith("Transfer (ERC-20) has 3 topics, this log has 1");
    }

    @Test
    void aPoolOfOneToken() {
        assertThat(onlyLetter(TestBlock.number(2).poolCreated(TestBlock.OTHER_POOL, TOKEN0, TOKEN0))
                        .getReason())
                .contains("a pool of " + TOKEN0 + " with itself");
    }

    @Test
    void aPoolThatIsListedOtherwise() {
        PoolListing listed = new PoolListing(
                POOL, PoolKind.CONCENTRATED, "uniswap-v3", TOKEN1, TOKEN0, Optional.of(3000), Optional.of(60));
        BlockDecoder told =
                new BlockDecoder(new PoolCatalogue(1, Map.of(POOL, listed), Map.of(), Optional.empty(), Set.of()));

        List<OutgoingRecord> records =
                told.decode(TestBlock.number(1).poolCreated().build());

        assertThat(records).singleElement().satisfies(record -> assertThat(((DeadLetter) record.value()).getReason())
                .contains("but listed as CONCENTRATED of " + TOKEN1));
    }
}
