/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RowFormTest {

    private final Form first = new Form(1);
    private final Sample sample = new Sample(true, -5, Double.MIN_VALUE, BigInteger.TEN.pow(77), null);

    @Property(tries = 300)
    void rowsShouldComeBackAsTheyWere(
            @ForAll boolean flag, @ForAll long number, @ForAll double real, @ForAll BigInteger integer) {
        Sample written = new Sample(flag, number, real, integer.shiftLeft(200), integer);

        assertThat(first.value(first.bytes(written))).isEqualTo(written);
    }

    /** The stored form is a contract: these bytes must be read for ever. */
    @Test
    void bytesShouldBeAsAlways() {
        assertThat(first.bytes(new Sample(true, 258, 1, BigInteger.valueOf(-2), BigInteger.valueOf(255))))
                .containsExactly(
                        1, 1, 0, 0, 0, 0, 0, 0, 1, 2, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 0, 1, 0xfe, 1, 0, 2, 0, 0xff);
    }

    @Test
    void newerFormShouldReadOlderRows() {
        assertThat(new Form(2).value(first.bytes(sample))).isEqualTo(sample);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> first.value(new Form(2).bytes(sample)))
                .withMessage("a row of version 2, of which 1 to 1 can be read");
    }

    @Test
    void damagedRowsAreRefused() {
        byte[] bytes = first.bytes(sample);

        assertThatIllegalArgumentException().isThrownBy(() -> first.value(new byte[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> first.value(Arrays.copyOf(bytes, bytes.length + 1)))
                .withMessageContaining("of which only");
        for (int length = 1; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException().isThrownBy(() -> first.value(cut));
        }
        bytes[1] = 7;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> first.value(bytes))
                .withMessage("byte 7 is no flag, at 1 of a row");
    }

    @Test
    void keysThatNoTableHasAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TableForm<>("odd", Double.class, first));
    }

    private record Sample(boolean flag, long number, double real, BigInteger integer, BigInteger perhaps) {}

    private record Form(int version) implements RowForm<Sample> {

        @Override
        public void write(Sample value, RowWriter row) {
            row.flag(value.flag())
                    .number(value.number())
                    .real(value.real())
                    .integer(value.integer())
                    .integerOrNull(value.perhaps());
        }

        @Override
        public Sample read(RowReader row) {
            return new Sample(row.flag(), row.number(), row.real(), row.integer(), row.integerOrNull());
        }
    }
}
