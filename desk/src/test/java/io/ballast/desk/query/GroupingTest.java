/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.desk.Samples;
import io.ballast.desk.security.Entitlement;
import io.ballast.desk.store.Figure;
import io.ballast.desk.store.Pools;
import io.ballast.desk.store.PositionBook;
import io.ballast.desk.store.Versions;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.RangeState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private final PositionBook book = new PositionBook(new Versions("test"));
    private final Pools pools = new Pools();

    @BeforeEach
    void fill() {
        pools.put(Samples.pool(Samples.WETH_USDC, "WETH", 18, "USDC", 6));
        pools.put(Samples.pool(Samples.WBTC_WETH, "WBTC", 8, "WETH", 18));
        put(Samples.position(Samples.WETH_USDC, 1, 100));
        PositionRisk unpriced = Samples.position(Samples.WETH_USDC, 2, 0);
        unpriced.setValueUsd(null);
        unpriced.setRangeState(RangeState.ABOVE);
        put(unpriced);
        put(Samples.position(Samples.WBTC_WETH, 3, 700));
        PositionRisk closed = Samples.position(Samples.WBTC_WETH, 4, 9_999);
        closed.setRangeState(RangeState.CLOSED);
        put(closed);
    }

    private void put(PositionRisk risk) {
        book.put(risk.getPositionId(), risk, new byte[0], 0, 0);
    }

    @Test
    void sumsWhatIsOpen_byPool_theMostValuableFirst() {
        List<Group> groups = groups(GroupBy.POOL);

        assertThat(groups).extracting(Group::title).containsExactly("WBTC/WETH 0.05 %", "WETH/USDC 0.05 %");
        Group first = groups.get(0);
        assertThat(first.positions()).isEqualTo(1);
        assertThat(first.sums().get(Figure.VALUE_USD)).isEqualTo(700.0);
    }

    @Test
    void saysOfHowManyAFigureIsNotKnown() {
        Group second = groups(GroupBy.POOL).get(1);

        assertThat(second.positions()).isEqualTo(2);
        assertThat(second.inRange()).isEqualTo(1);
        assertThat(second.sums().get(Figure.VALUE_USD)).isEqualTo(100.0);
        assertThat(second.unknown().get(Figure.VALUE_USD)).isEqualTo(1L);
    }

    @Test
    void addsTheSameAssetOfDifferentPools() {
        Group all = groups(GroupBy.ALL).get(0);

        assertThat(all.deltas()).isEqualTo(Map.of("WETH", 2.0 + 2.0 + 3.0, "USDC", 3.0 + 3.0, "WBTC", 2.0));
    }

    @Test
    void groupsByPartsOfIds() {
        assertThat(groups(GroupBy.CHAIN)).extracting(Group::key).containsExactlyInAnyOrder("1", "10");
        assertThat(groups(GroupBy.VENUE)).extracting(Group::key).containsExactly("uniswap-v3");
        assertThat(groups(GroupBy.DESK)).extracting(Group::key).containsExactly("desk-a");
    }

    private List<Group> groups(GroupBy by) {
        return new Grouping(book, pools).groups(Query.of("", Entitlement.everything()), by);
    }
}
