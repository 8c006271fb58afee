/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowChangesTest {
    private final RowChanges changes = new RowChanges(3);
    private final List<Integer> told = new ArrayList<>();

    @BeforeEach
    void change() {
        List.of(10, 11, 12, 13, 14).forEach(changes::add);
    }

    @Test
    void tellsTheRowsThatHaveChangedSince() {
        assertThat(changes.count()).isEqualTo(5);
        assertThat(changes.forEachAfter(2, told::add)).isTrue();
        assertThat(told).containsExactly(12, 13, 14);
    }

    @Test
    void tellsNothingWhereNothingHasChanged() {
        assertThat(changes.forEachAfter(5, told::add)).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void saysThatItKeepsNotAllOfThem() {
        assertThat(changes.forEachAfter(1, told::add)).isFalse();
        assertThat(told).isEmpty();
    }
}
