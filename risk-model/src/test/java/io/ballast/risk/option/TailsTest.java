/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values to 20 digits, worked out with 60 from the definitions. */
class TailsTest {

    private static final double CLOSE = 2e-13;

    @ParameterizedTest
    @CsvSource({
        "0, 1e-8, 3.9894228040143268462e-9",
        "0, 0.01, 0.0039894061814816446819",
        "0, 0.5, 0.19741265136584744848",
        "0, 3, 0.86638559746228386799",
        "-1e-9, 1e-6, 3.9844247987253961541e-7",
        "-0.001, 0.001, 0.000083315463977051015086",
        "-0.01, 0.05, 0.015342759237307299123",
        "-0.1, 0.1, 0.0083249393767021414705",
        "-0.1, 0.02, 1.0691830485656269399e-9",
        "-0.5, 0.3, 0.0058982326105348201846",
        "-0.5, 0.02, 2.4374726016356547944e-141",
        "-1, 0.5, 0.0041423587506785749349",
        "-1, 0.0625, 2.4752807110832166669e-60",
        "-2, 0.4, 2.0987927330961113106e-8",
        "-2, 2.5, 0.19295911571316687652",
        "-3, 0.1, 1.6299225553377482431e-200",
        "-3, 5, 0.2123861328126686806",
        "-0.9, 1.4, 0.19272850049079921114",
        "-0.3, 0.41, 0.054835184254634540535",
        "-5, 0.2, 2.4254749210153427884e-140"
    })
    void valueKeepsItsDigits(double x, double s, double expected) {
        assertThat(NormalisedBlack.value(x, s)).isCloseTo(expected, within(CLOSE * expected));
    }

    @ParameterizedTest
    @CsvSource({
        "-37, 5.7255712225245768227e-300",
        "-20, 2.7536241186062336951e-89",
        "-5, 2.8665157187919391167e-7",
        "-2.0001, 0.022744733391410547102",
        "-1.9999, 0.022755531584767186476",
        "-1, 0.15865525393145705141",
        "0, 0.5",
        "0.5, 0.69146246127401310364",
        "1, 0.84134474606854294859",
        "3, 0.99865010196836990547",
        "6, 0.99999999901341235496",
        "9, 0.99999999999999999989"
    })
    void normalTailKeepsItsDigits(double z, double expected) {
        assertThat(Gaussian.cumulative(z)).isCloseTo(expected, within(CLOSE * expected));
    }
}
