/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import static io.ballast.streams.record.Fields.unsigned;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.curve.stable.AmplificationChange;
import io.ballast.risk.curve.weighted.WeightChange;
import io.ballast.risk.curve.weighted.WeightRamp;
import io.ballast.risk.share.ShareEvent;
import io.ballast.risk.share.ShareFees;
import io.ballast.schema.PoolEvent;
import java.time.Instant;

/** Reads changes of the parameters of weighted and stable pools. */
final class ShareParameterAdapter {

    private static final int LONG_BITS = 63;

    private ShareParameterAdapter() {}

    static BookEvent fees(PoolEvent event) {
        long protocolPart = event.getProtocolPartE18Raw() == null
                ? 0
                : whole("protocol_part_e18_raw", event.getProtocolPartE18Raw());
        return new ShareEvent.FeeChange(
                new ShareFees(whole("swap_fee_e18_raw", event.getSwapFeeE18Raw()), protocolPart), at(event));
    }

    static BookEvent amplification(PoolEvent event) {
        return new AmplificationChange(
                whole("start_amplification_raw", event.getStartAmplificationRaw()),
                whole("end_amplification_raw", event.getEndAmplificationRaw()),
                start(event),
                end(event),
                at(event));
    }

    static BookEvent weights(PoolEvent event) {
        return new WeightChange(
                new WeightRamp(
                        whole("start_weight0_e18_raw", event.getStartWeight0E18Raw()),
                        whole("end_weight0_e18_raw", event.getEndWeight0E18Raw()),
                        start(event),
                        end(event)),
                at(event));
    }

    private static long start(PoolEvent event) {
        return seconds(event.getRampStart(), event.getEventTime());
    }

    private static long end(PoolEvent event) {
        return event.getRampEnd() == null ? start(event) : event.getRampEnd().getEpochSecond();
    }

    private static long at(PoolEvent event) {
        return event.getEventTime().getEpochSecond();
    }

    private static long seconds(Instant told, Instant otherwise) {
        return (told == null ? otherwise : told).getEpochSecond();
    }

    private static long whole(String field, String value) {
        return unsigned(field, value, LONG_BITS).longValueExact();
    }
}
