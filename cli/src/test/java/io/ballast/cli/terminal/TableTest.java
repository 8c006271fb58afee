/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.cli.terminal.Table.Column;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = new Table(Column.text("NAME"), Column.number("SIZE"));

    @Test
    void alignsTextLeftAndNumbersRight() {
        table.row("a", 1).row("long name", 12345);

        assertThat(table.lines()).containsExactly("NAME        SIZE", "a              1", "long name  12345");
    }

    @Test
    void showsADashForWhatIsNotKnown() {
        table.row(null, null);

        assertThat(table.lines()).last().isEqualTo("-        -");
    }

    @Test
    void refusesARowOfTheWrongWidth() {
        assertThatThrownBy(() -> table.row("only one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 cells")
                .hasMessageContaining("2 columns");
    }
}
