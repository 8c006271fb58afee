/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.market;

import io.ballast.schema.MarketTick;
import io.ballast.streams.record.SourceRecord;
import io.ballast.streams.state.MarketStore;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes a processor for each task, with the stores it needs. */
public final class MarketSupplier implements ProcessorSupplier<String, SourceRecord<MarketTick>, String, Object> {

    private final MarketSettings settings;

    public MarketSupplier(MarketSettings settings) {
        this.settings = settings;
    }

    @Override
    public Processor<String, SourceRecord<MarketTick>, String, Object> get() {
        return new MarketProcessor(settings);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return MarketStore.builders();
    }
}
