/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.records.Origin;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import java.math.BigInteger;
import org.apache.avro.specific.SpecificRecord;

/** Turns logs of weighted and stable pools into records; withdrawals in one coin as what they turn out to be. */
final class ShareRecords {

    private ShareRecords() {}

    static SpecificRecord of(ShareLogEvent event, String poolId, Origin origin) {
        if (event instanceof ShareLogEvent.Exchange exchange) {
            return origin.complete(PriceTick.newBuilder()
                    .setInstrumentId(poolId)
                    .setKind(PriceTickKind.EXCHANGE)
                    .setAmount0Raw(exchange.amount0().toString())
                    .setAmount1Raw(exchange.amount1().toString()));
        }
        if (event instanceof ShareLogEvent.Balance balance) {
            return balance(balance, poolId, origin);
        }
        return parameter(event, poolId, origin);
    }

    private static PositionEvent balance(ShareLogEvent.Balance balance, String poolId, Origin origin) {
        return origin.complete(PositionEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(balance.join() ? PositionEventKind.JOIN : PositionEventKind.EXIT)
                .setAmount0Raw(balance.amount0().toString())
                .setAmount1Raw(balance.amount1().toString())
                .setProtocolFee0Raw(orNull(balance.protocol0()))
                .setProtocolFee1Raw(orNull(balance.protocol1()))
                .setLpSupplyRaw(balance.supply().map(BigInteger::toString).orElse(null)));
    }

    private static String orNull(BigInteger fee) {
        return fee.signum() == 0 ? null : fee.toString();
    }

    private static PoolEvent parameter(ShareLogEvent event, String poolId, Origin origin) {
        PoolEvent.Builder record = PoolEvent.newBuilder().setPoolId(poolId);
        if (event instanceof ShareLogEvent.Fee fee) {
            record.setKind(PoolEventKind.SWAP_FEE)
                    .setSwapFeeE18Raw(fee.swapFeeE18().toString())
                    .setProtocolPartE18Raw(
                            fee.protocolPartE18().map(BigInteger::toString).orElse(null));
        } else if (event instanceof ShareLogEvent.Amplification ramp) {
            record.setKind(PoolEventKind.AMPLIFICATION)
                    .setStartAmplificationRaw(ramp.start().toString())
                    .setEndAmplificationRaw(ramp.end().toString())
                    .setRampStart(ramp.startTime().orElse(null))
                    .setRampEnd(ramp.endTime().orElse(null));
        } else if (event instanceof ShareLogEvent.Weights ramp) {
            record.setKind(PoolEventKind.WEIGHTS)
                    .setStartWeight0E18Raw(ramp.start0E18().toString())
                    .setEndWeight0E18Raw(ramp.end0E18().toString())
                    .setRampStart(ramp.startTime())
                    .setRampEnd(ramp.endTime());
        }
        return origin.complete(record);
    }
}
