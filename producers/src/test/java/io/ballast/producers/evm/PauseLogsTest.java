/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static io.ballast.producers.evm.TestBlock.ALICE;
import static io.ballast.producers.evm.TestBlock.MANAGER;
import static io.ballast.producers.evm.TestBlock.OTHER_POOL;
import static io.ballast.producers.evm.TestBlock.PAIR;
import static io.ballast.producers.evm.TestBlock.POOL;
import static io.ballast.producers.evm.TestBlock.TOKEN1;
import static io.ballast.producers.evm.TestBlock.TOKEN2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schemas.catalogue.Topic;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PauseLogsTest {

    private static final String PAUSED = "Paused(address account)";
    private static final String UNPAUSED = "Unpaused(address account)";

    private final BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));

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
        return decoder.decode(block.build()).stream()
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
