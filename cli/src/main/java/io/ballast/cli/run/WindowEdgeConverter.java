/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.UtcTimeConverter;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a UTC time, or digits alone: the number of a block. */
final class WindowEdgeConverter implements ITypeConverter<WindowEdge> {
    private static final String DIGITS = "[0-9]{1,18}";

    private final UtcTimeConverter times = new UtcTimeConverter();

    @Override
    public WindowEdge convert(String text) {
        if (text.matches(DIGITS)) {
            return new WindowEdge(Optional.empty(), OptionalLong.of(Long.parseLong(text)));
        }
        try {
            return new WindowEdge(Optional.of(times.convert(text)), OptionalLong.empty());
        } catch (TypeConversionException neither) {
            throw new TypeConversionException(neither.getMessage() + ", nor a block's number");
        }
    }
}
