/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.QualityFlag;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.SmallPool;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolDefinitionTopologyTest {

    private static final long SOME = 1_000_000_000L;

    @TempDir
    private Path folder;

    private BookDriver books;
    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain);

    @BeforeEach
    void start() {
        books = BookDriver.open(folder);
    }

    @AfterEach
    void stop() {
        books.close();
    }

    @Test
    void shouldKeepRecordsUntilThePoolIsDefined() {
        pool.define().initialize().mint(ALICE, SOME).tick(SOME);
        List<TestRecord> records = chain.records();
        books.feed(records.subList(1, records.size()));
        assertThat(books.risk()).isEmpty();
        assertThat(books.counters().pending()).isEqualTo(3);

        books.reinitialise();
        books.feed(records.get(0));

        assertThat(books.counters().pending()).isZero();
        assertThat(books.risk()).containsOnlyKeys(SmallPool.position(ALICE));
        assertThat(books.deadLetters()).isEmpty();
    }

    @Test
    void shouldGiveFiguresInHumanUnitsOnceDecimalsAreLearned() {
        pool.define(definition ->
                definition.setTokens(List.of(Chain.token("0xa0", null, null), Chain.token("0xa1", 6, null))));
        pool.initialize().mint(ALICE, SOME);
        books.feed(chain.records());
        PositionRisk before = books.risk().get(SmallPool.position(ALICE));
        assertThat(before.getValue()).isNull();
        assertThat(before.getFlags()).containsExactly(QualityFlag.DECIMALS_UNKNOWN);
        assertThat(before.getPrincipal0Raw()).isNotNull();

        TestRecord learned = relearned(6);
        books.feed(learned);

        PositionRisk after = books.risk().get(SmallPool.position(ALICE));
        assertThat(after.getValue()).isPositive();
        assertThat(after.getFlags()).isEmpty();
        assertThat(after.getPrincipal0Raw()).isEqualTo(before.getPrincipal0Raw());
    }

    @Test
    void shouldNotForgetDecimalsWhenTheFirstDefinitionIsRepeated() {
        pool.define(definition ->
                definition.setTokens(List.of(Chain.token("0xa0", null, null), Chain.token("0xa1", 6, null))));
        pool.initialize().mint(ALICE, SOME);
        books.feed(chain.records());
        books.feed(relearned(6));
        books.feed(chain.records().get(0));

        assertThat(books.risk().get(SmallPool.position(ALICE)).getValue()).isPositive();
    }

    @Test
    void shouldRefuseADefinitionThatContradictsThePoolsCreation() {
        pool.define().initialize().mint(ALICE, SOME);
        chain.nextBlock();
        pool.define(definition -> definition.setTickSpacing(10));
        books.feed(chain.records());

        assertThat(books.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.getReason())
                .contains("never change"));
        assertThat(books.risk()).hasSize(1);
    }

    @Test
    void shouldFlagWhatIsNotKnownOfAPoolFirstSeenInMidLife() {
        pool.define();
        chain.tick(SmallPool.ID, PriceTickKind.SWAP, tick -> tick.setAmount0Raw("1000")
                .setAmount1Raw("-990")
                .setSqrtPriceX96Raw("79228162514264337593543950336")
                .setLiquidityRaw("5000000000")
                .setTick(0));
        pool.mint(ALICE, SOME).burn(SmallPool.BOB, SOME);
        books.feed(chain.records());

        PositionRisk alice = books.risk().get(SmallPool.position(ALICE));
        assertThat(alice.getFlags()).contains(QualityFlag.FEES_INCOMPLETE);
        assertThat(alice.getPrincipal0Raw()).isEqualTo(Long.toString((long) (SOME * (1 - Math.pow(1.0001, -300)))));
        assertThat(books.risk().get(SmallPool.position(SmallPool.BOB)).getFlags())
                .contains(QualityFlag.HISTORY_INCOMPLETE);
        assertThat(books.deadLetters()).isEmpty();
    }

    /** The same definition with token0's decimals. */
    private static TestRecord relearned(int decimals) {
        Chain again = new Chain("a", 100);
        new SmallPool(again)
                .define(definition -> definition.setTokens(
                        List.of(Chain.token("0xa0", decimals, null), Chain.token("0xa1", 6, null))));
        return again.records().get(0);
    }
}
