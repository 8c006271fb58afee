/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static io.ballast.streams.testkit.SmallPool.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.PositionEventKind;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.SmallPool;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTopologyTest {

    private static final long SOME = 1_000_000_000L;
    private static final String MANAGER = "0x00000000000000000000000000000000000000f1";

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain).define().initialize();

    @Test
    void shouldPublishTheOwnersAskedForInAnyCaseOfLetters() {
        pool.mint(ALICE, SOME).mint(BOB, SOME).tick(2 * SOME);

        try (BookDriver books =
                open(PublicationKeys.SELECT_OWNERS, "0x" + ALICE.substring(2).toUpperCase())) {
            assertThat(books.feed(chain.records()).risk()).containsOnlyKeys(SmallPool.position(ALICE));
        }
    }

    @Test
    void shouldPublishThePositionsAskedFor() {
        pool.mint(ALICE, SOME).mint(BOB, SOME).tick(2 * SOME);

        try (BookDriver books = open(PublicationKeys.SELECT_POSITIONS, SmallPool.position(BOB))) {
            assertThat(books.feed(chain.records()).risk()).containsOnlyKeys(SmallPool.position(BOB));
        }
    }

    @Test
    void shouldShareFeesWithEverybodyWhoeverIsPublished() {
        pool.mint(ALICE, SOME).mint(BOB, 3 * SOME);
        chain.pool(SmallPool.ID, io.ballast.schema.PoolEventKind.FLASH, event -> event.setAmount0Raw("4000")
                .setAmount1Raw("0"));

        try (BookDriver books = open(PublicationKeys.SELECT_OWNERS, ALICE)) {
            BigInteger growth = BigInteger.valueOf(4000).shiftLeft(128).divide(BigInteger.valueOf(4 * SOME));
            String owed =
                    growth.multiply(BigInteger.valueOf(SOME)).shiftRight(128).toString();
            assertThat(books.feed(chain.records())
                            .risk()
                            .get(SmallPool.position(ALICE))
                            .getOwed0Raw())
                    .isEqualTo(owed);
        }
    }

    @Test
    void shouldTakeAPositionBackWhenItGoesToSomebodyNotAskedFor() {
        nft(PositionEventKind.MINT, Chain.ZERO, Chain.ZERO);
        nft(PositionEventKind.NFT_TRANSFER, Chain.ZERO, ALICE);
        nft(PositionEventKind.NFT_INCREASE, Chain.ZERO, Chain.ZERO);

        try (BookDriver books = open(PublicationKeys.SELECT_OWNERS, ALICE)) {
            assertThat(books.feed(chain.records()).risk()).containsOnlyKeys(SmallPool.ID + "/nft:7");

            int before = chain.size();
            nft(PositionEventKind.NFT_TRANSFER, ALICE, BOB);
            books.feed(chain.records().subList(before, chain.size()));

            assertThat(books.risk()).isEmpty();
            assertThat(books.counters().tombstones()).isEqualTo(1);
        }
    }

    @Test
    void shouldAssignPortfoliosByOwner() throws IOException {
        pool.mint(ALICE, SOME).mint(BOB, SOME);
        Path owners = Files.writeString(folder.resolve("owners.csv"), "owner,portfolio\n" + BOB + ",desk-a/eth\n");

        try (BookDriver books = open(PublicationKeys.OWNERS_FILE, owners.toString())) {
            books.feed(chain.records());
            assertThat(books.risk().get(SmallPool.position(BOB)).getPortfolio()).isEqualTo("desk-a/eth");
            assertThat(books.risk().get(SmallPool.position(ALICE)).getPortfolio())
                    .isNull();
        }
    }

    private void nft(PositionEventKind kind, String from, String to) {
        boolean ofPool = kind == PositionEventKind.MINT;
        chain.position(SmallPool.ID, kind, event -> event.setOwner(ofPool ? MANAGER : null)
                .setManaged(ofPool)
                .setPositionManager(ofPool ? null : MANAGER)
                .setTokenId(ofPool ? null : "7")
                .setTickLower(-600)
                .setTickUpper(600)
                .setLiquidityRaw(Long.toString(SOME))
                .setAmount0Raw("1000000")
                .setAmount1Raw("1000000")
                .setFromAddress(from)
                .setToAddress(to));
    }

    private BookDriver open(String setting, String value) {
        return BookDriver.open(folder, Map.of(setting, value));
    }
}
