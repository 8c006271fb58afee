/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 90s}, {@code 10m}, {@code 4h}, {@code 1 d}. */
public final class Durations {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\s*([smhd])");

    private Durations() {}

    /** Empty: it is none. */
    public static Optional<Long> millis(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        long unit =
                switch (parts.group(2)) {
                    case "s" -> 1000L;
                    case "m" -> 60_000L;
                    case "h" -> 3_600_000L;
                    default -> 86_400_000L;
                };
        return Optional.of(Long.parseLong(parts.group(1)) * unit);
    }
}
