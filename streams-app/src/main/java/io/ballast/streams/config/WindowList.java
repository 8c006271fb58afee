/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import io.ballast.risk.rolling.Window;
import io.ballast.risk.rolling.Windows;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Windows as they are written in settings, such as {@code 5m,1h,24h,7d}. */
public final class WindowList implements ConfigDef.Validator {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

    /** @throws IllegalArgumentException if one is not of that form, or they do not grow */
    public static Windows parse(List<String> names) {
        return new Windows(names.stream().map(WindowList::window).toList());
    }

    private static Window window(String name) {
        Matcher parts = FORM.matcher(name.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("window " + name + " is not a number and s, m, h or d");
        }
        long number = Long.parseLong(parts.group(1));
        Duration length =
                switch (parts.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                };
        return new Window(name.strip(), length.toMillis());
    }

    @Override
    public void ensureValid(String key, Object value) {
        List<String> names = ((List<?>) value).stream().map(String::valueOf).toList();
        try {
            parse(names);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException(key, value, wrong.getMessage());
        }
    }

    @Override
    public String toString() {
        return "growing lengths";
    }
}
