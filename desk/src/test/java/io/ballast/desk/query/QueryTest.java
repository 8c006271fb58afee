/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.desk.Samples;
import io.ballast.desk.security.Entitlement;
import io.ballast.desk.store.Pools;
import io.ballast.desk.store.PositionBook;
import io.ballast.desk.store.Versions;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RangeState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private final PositionBook book = new PositionBook(new Versions("test"));
    private final Pools pools = new Pools();

    @BeforeEach
    void fill() {
        pools.put(Samples.pool(Samples.WETH_USDC, "WETH", 18, "USDC", 6));
        pools.put(Samples.pool(Samples.WBTC_WETH, "WBTC", 8, "WETH", 18));
        put(Samples.position(Samples.WETH_USDC, 1, 100));
        PositionRisk second = Samples.position(Samples.WETH_USDC, 2, 2_500);
        second.setPortfolio("desk-b");
        put(Samples.flagged(second, QualityFlag.USD_STALE));
        PositionRisk third = Samples.position(Samples.WBTC_WETH, 3, 1_000_000);
        third.setRangeState(RangeState.BELOW);
        third.setPortfolio("desk-ab");
        put(third);
        PositionRisk fourth = Samples.position(Samples.WBTC_WETH, 4, 0);
        fourth.setValueUsd(null);
        fourth.setPortfolio(null);
        put(fourth);
    }

    private void put(PositionRisk risk) {
        book.put(risk.getPositionId(), risk, new byte[0], 0, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                         | 1 2 3 4",
                "pool:weth/usdc             | 1 2",
                "pool:wbtc                  | 3 4",
                "pool:uniswap-v3:10         | 3 4",
                "portfolio:desk-a           | 1 3",
                "portfolio:=desk-ab         | 3",
                "state:below                | 3",
                "-state:below               | 1 2 4",
                "value_usd>100              | 2 3",
                "value_usd>=100             | 1 2 3",
                "value_usd<2.5k             | 1",
                "value_usd=1M               | 3",
                "il_pct<-1%                 | 1 4",
                "flag:usd_stale             | 2",
                "-flag:usd_stale value_usd>0| 1 3",
                "nft:4                      | 4",
                "USDC                       | 1 2",
                "id:nft:3                   | 3",
                "id:=uniswap-v3:10:0x00000000000000000000000000000000000000bb/nft:3 | 3",
                "pool:usdc portfolio:desk-b | 2"
            })
    void findsWhatIsAskedFor(String query, String numbers) {
        assertThat(found(Query.of(query, Entitlement.everything()))).containsExactlyInAnyOrder(numbers.split(" "));
    }

    @Test
    void findsNothingOfOthersPortfolios() {
        Query query = Query.of("", Entitlement.of(List.of("desk-a")));

        assertThat(found(query)).containsExactly("1");
    }

    @Test
    void looksUpAWholeId_whichABeginningOfItIsNot_andNotOneOfOthers() {
        String id = "id:=" + Samples.WBTC_WETH + "/nft:3";

        assertThat(found(Query.of(id.substring(0, id.length() - 1), Entitlement.everything())))
                .isEmpty();
        assertThat(found(Query.of(id + " state:in_range", Entitlement.everything())))
                .isEmpty();
        assertThat(found(Query.of(id, Entitlement.of(List.of("desk-a"))))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vlue_usd>3", "value_usd>much", "flag:HAPPY"})
    void saysWhatMakesNoSense(String query) {
        assertThatThrownBy(() -> Query.of(query, Entitlement.everything())).isInstanceOf(QueryException.class);
    }

    private List<String> found(Query query) {
        return new Paging(book, pools)
                .page(query, Ordering.of(""), null, 10).rows().stream()
                        .map(row -> row.id().replaceFirst(".*nft:", ""))
                        .toList();
    }
}
