/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ballast.risk.book.ConcentratedKind;
import io.ballast.risk.book.ConcentratedTerms;
import io.ballast.risk.book.ConstantProductTerms;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.curve.stable.AmplificationRamp;
import io.ballast.risk.curve.stable.StableTerms;
import io.ballast.risk.curve.weighted.WeightedTerms;
import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.share.ShareFees;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BookTablesTest {

    private final BookTables tables = new BookTables();

    static Stream<PoolTerms> terms() {
        ShareFees fees = new ShareFees(0, 0);
        return Stream.of(
                new ConcentratedTerms("0xpool", 3000, 60, 18, 6),
                new ConstantProductTerms("0xpool", 3000, 18, 6, false),
                new WeightedTerms("0xpool", 18, 6, ShareFees.ONE_E18 / 2, fees),
                new StableTerms("0xpool", 18, 6, 1e18, 1e18, AmplificationRamp.constant(200, 1), fees));
    }

    @ParameterizedTest
    @MethodSource("terms")
    void shouldHaveAFormOfEveryTableOfEveryKind(PoolTerms terms) {
        PoolBook book = PoolBook.open(terms);

        assertThat(book.tables()).isNotEmpty().allSatisfy(table -> assertThat(tables.codec(terms.kind(), table))
                .isNotNull());
    }

    /** The kind says how its own tables are stored, the application how common ones are. */
    @Test
    void shouldStoreAKindsOwnTableAsTheKindSays() {
        PoolTerms terms = terms().skip(2).findFirst().orElseThrow();
        JournaledMap<Integer, Object> parameters = new JournaledMap<>("parameters", new Journal());
        JournaledMap<String, BigInteger> holders = new JournaledMap<>("holders", new Journal());
        byte[] row = halfAndHalf();

        tables.codec(terms.kind(), parameters).restore(parameters, new byte[] {0, 0, 0, 0}, row);

        assertThat(tables.codec(terms.kind(), parameters).encodedOrNull(parameters.get(0)))
                .isEqualTo(row);
        assertThat(tables.row(terms.kind(), new Change<>(holders, "0xa", BigInteger.TEN))
                        .getTable())
                .isEqualTo("holders");
    }

    @Test
    void shouldNameATableThatNobodyCanStore() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        tables.codec(new ConcentratedKind(), new JournaledMap<String, String>("odd", new Journal())))
                .withMessage("no stored form of table odd of CONCENTRATED books");
    }

    /** Version 1: a weight of a half at both ends, two times. */
    private static byte[] halfAndHalf() {
        byte[] bytes = new byte[33];
        bytes[0] = 1;
        byte[] half = BigInteger.valueOf(ShareFees.ONE_E18 / 2).toByteArray();
        System.arraycopy(half, 0, bytes, 9 - half.length, half.length);
        System.arraycopy(half, 0, bytes, 17 - half.length, half.length);
        return bytes;
    }
}
