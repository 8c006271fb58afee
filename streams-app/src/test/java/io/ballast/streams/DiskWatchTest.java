/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskWatchTest {

    @TempDir
    private Path folder;

    private final List<Metric> metrics = new ArrayList<>();
    private final List<Throwable> told = new ArrayList<>();

    private record Fixed(MetricName metricName, Object metricValue) implements Metric {}

    private void add(String name, long value) {
        metrics.add(new Fixed(new MetricName(name, "group", "", Map.of()), BigInteger.valueOf(value)));
    }

    private void look() {
        try (DiskWatch watch = new DiskWatch(() -> metrics, folder, told::add)) {
            watch.look();
        }
    }

    @Test
    void shouldSayNothing_whenEveryStoreCanBeWritten() {
        add(DiskWatch.ERRORS, 0);
        add("bytes-written-total", 7);

        look();

        assertThat(told).isEmpty();
    }

    @Test
    void shouldNameTheFolderAndWhatIsFree_whenAStoreCannot() {
        add(DiskWatch.ERRORS, 0);
        add(DiskWatch.ERRORS, 2);

        look();

        assertThat(told).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("bytes are free")
                .hasMessageContaining("failed 2 times"));
    }
}
