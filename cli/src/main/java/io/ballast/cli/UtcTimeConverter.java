/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import io.ballast.producers.files.UtcTime;
import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads UTC times of options. */
public final class UtcTimeConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        try {
            return UtcTime.parse(text);
        } catch (DateTimeException none) {
            throw new TypeConversionException("'" + text + "' is not " + UtcTime.FORMS);
        }
    }
}
