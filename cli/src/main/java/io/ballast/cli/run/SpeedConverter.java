/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many times as fast as it did time is to pass; infinite: as fast as possible. */
final class SpeedConverter implements ITypeConverter<Double> {
    private static final double FASTEST = 1e6;
    private static final Pattern TIMES = Pattern.compile("x?([0-9]{1,7}(?:[.][0-9]{1,6})?)x?");

    @Override
    public Double convert(String value) {
        if (value.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        Matcher times = TIMES.matcher(value);
        if (times.matches()) {
            double speed = Double.parseDouble(times.group(1));
            if (speed > 0 && speed <= FASTEST) {
                return speed;
            }
        }
        throw new TypeConversionException("[" + value + "] is neither max nor a number above 0 and at most a million");
    }
}
