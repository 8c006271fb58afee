/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import io.ballast.monitoring.Reading;
import io.ballast.monitoring.Sample;
import io.ballast.producers.sink.CommitCounts;
import io.ballast.schemas.catalogue.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a sink has committed, as metrics. */
final class CommitReadings {

    private CommitReadings() {}

    static List<Reading> of(CommitCounts counts) {
        List<Reading> readings = new ArrayList<>();
        Map<Topic, Long> records = counts.records();
        records.forEach((topic, count) -> readings.add(Sample.of(ProducerMetric.RECORDS, count, topic.shortName())));
        readings.add(Sample.of(ProducerMetric.COMMITS, counts.commits()));
        readings.add(Sample.of(ProducerMetric.DEAD_LETTERS, records.getOrDefault(Topic.DEAD_LETTERS, 0L)));
        counts.last().ifPresent(last -> {
            readings.add(Sample.of(ProducerMetric.LAST_COMMIT, Steps.seconds(last.at())));
            readings.add(Sample.of(ProducerMetric.LAST_COMMIT_BLOCK, last.block()));
            readings.add(Sample.of(ProducerMetric.LAST_EVENT, Steps.seconds(last.eventTime())));
        });
        return readings;
    }
}
