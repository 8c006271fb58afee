/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ballast.producers.rpc.Rpc;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.ChainJournal;
import io.ballast.schema.ChainJournalKind;
import io.ballast.schema.PoolDefinition;
import io.ballast.schemas.catalogue.Topic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainFollowerTest {

    private static final Finality FINALITY = Finality.ofDepth(8);

    private final FakeChain chain = new FakeChain();

    private void grow(int blocks) {
        for (int i = 0; i < blocks; i++) {
            chain.append(2, 1);
        }
    }

    private Followed followed() {
        return new Followed(chain, false, FINALITY);
    }

    @Test
    void joinsBackfillAndHeadWithoutGapOrRepeat() {
        grow(200);
        Followed followed = followed();

        followed.steps(60);

        assertThat(followed.standing()).isEqualTo(chain.watchedLogs()).hasSize(401);
        assertThat(followed.progress().lag()).isZero();
        assertThat(followed.progress().finalBlock()).contains(chain.head() - 8);
    }

    @Test
    void takesBackTheDeadBranchNewestFirstAndTakesTheNewOne() {
        grow(20);
        Followed followed = followed();
        followed.steps(60);
        chain.drop(5);
        grow(6);

        followed.steps(30);

        assertThat(followed.standing()).isEqualTo(chain.watchedLogs());
        assertThat(followed.progress().counts().reorgs()).isEqualTo(1);
        assertThat(followed.progress().counts().deepestReorg()).isEqualTo(5);
        assertThat(followed.progress().counts().retractedLogs()).isEqualTo(10);
    }

    @Test
    void noticesABranchThatIsShorterThanOurs() {
        grow(20);
        Followed followed = followed();
        followed.steps(60);
        chain.drop(5);
        grow(2);

        followed.steps(30);

        assertThat(followed.standing()).isEqualTo(chain.watchedLogs());
    }

    @Test
    void aHeadThatIsOnlyBehindTakesNothingBack() {
        grow(20);
        Followed followed = followed();
        followed.steps(60);
        int before = followed.committed().size();
        chain.drop(3);

        followed.steps(10);

        assertThat(followed.committed()).hasSize(before);
    }

    @Test
    void takesBackAfterARestartWhatDiedMeanwhile() {
        grow(20);
        Followed followed = followed();
        followed.steps(60);
        chain.drop(4);
        grow(40);

        followed.restart();
        followed.steps(60);

        assertThat(followed.standing()).isEqualTo(chain.watchedLogs());
        assertThat(followed.progress().counts().retractedBlocks()).isEqualTo(4);
    }

    @Test
    void aReorganisationOfFinalBlocksEndsItAndLosesNothingWritten() {
        grow(40);
        Followed followed = followed();
        followed.steps(60);
        int before = followed.committed().size();
        chain.drop(12);
        grow(30);

        assertThatThrownBy(() -> followed.steps(30))
                .isInstanceOf(FollowException.class)
                .hasMessageContaining("counted as final");
        assertThat(followed.committed()).hasSize(before);
    }

    @Test
    void asksForFewerBlocksWhereNodesRefuseMany() {
        grow(200);
        chain.limit(10, 20);
        Followed followed = followed();

        followed.steps(300);

        assertThat(followed.standing()).isEqualTo(chain.watchedLogs());
    }

    @Test
    void aBlockWithMoreThanTheNodeGivesByNumberIsHadByHash() {
        chain.append(30, 0);
        grow(20);
        chain.limit(10, 20);
        Followed followed = followed();

        followed.steps(300);

        assertThat(followed.standing()).isEqualTo(chain.watchedLogs());
    }

    @Test
    void anEndpointThatHoldsLogsBackIsNotBelieved() {
        grow(20);
        List<String> emptied = new ArrayList<>();
        Rpc forgetful = (method, parameters) -> {
            boolean byHash = method.equals("eth_getLogs") && parameters.get(0).has("blockHash");
            if (byHash && emptied.size() < 3) {
                emptied.add(method);
                return JsonNodeFactory.instance.arrayNode();
            }
            return chain.call(method, parameters);
        };
        Followed followed = new Followed(forgetful, false, FINALITY);

        followed.steps(80);

        assertThat(emptied).hasSize(3);
        assertThat(followed.standing()).isEqualTo(chain.watchedLogs());
    }

    @Test
    void tellsSymbolsAndDecimalsOfTokensByAskingThem() {
        grow(20);
        Followed followed = followed();

        followed.steps(60);

        PoolDefinition pool = (PoolDefinition) followed.committed().stream()
                .filter(record -> record.topic() == Topic.POOLS)
                .findFirst()
                .orElseThrow()
                .value();
        assertThat(pool.getTokens().get(0).getDecimals()).isEqualTo(6);
        assertThat(pool.getTokens().get(1).getSymbol()).isEqualTo("TKN");
    }

    @Test
    void theJournalIsMarkedOnLongEmptyStretches() {
        for (int i = 0; i < 10_100; i++) {
            chain.append(0, 0);
        }
        Followed followed = followed();

        followed.steps(400);

        List<ChainJournalKind> kinds = followed.committed().stream()
                .map(OutgoingRecord::value)
                .filter(ChainJournal.class::isInstance)
                .map(entry -> ((ChainJournal) entry).getKind())
                .toList();
        assertThat(kinds).containsExactly(ChainJournalKind.BLOCK, ChainJournalKind.MARK);
        followed.restart();
        followed.steps(40);
        assertThat(followed.progress().lag()).isZero();
    }

    @Test
    void theRecordsAreThoseOfAReplayOfTheSameLogs() {
        grow(30);
        Followed followed = followed();
        followed.steps(60);

        assertThat(records(followed.committed())).isEqualTo(Replays.of(chain.lines()));
    }

    private static List<OutgoingRecord> records(List<OutgoingRecord> committed) {
        return committed.stream()
                .filter(record -> record.topic() == Topic.PRICE_TICKS)
                .toList();
    }
}
