/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.option.OptionKind;
import io.ballast.streams.option.HeldOption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the hedge accounts of one portfolio stand for, without those below it. Immutable.
 *
 * @param units  cash and contracts as units of each asset, as {@code HedgeDelta} has them: they value all but options exactly at any price
 * @param options  open ones
 * @param time  newest hedge event
 */
public record PortfolioHedges(Map<String, Double> units, List<HeldOption> options, Instant time, boolean simulated) {

    public PortfolioHedges {
        units = Map.copyOf(units);
        options = List.copyOf(options);
    }

    boolean isEmpty() {
        return units.isEmpty() && options.isEmpty();
    }

    byte[] encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(micros(time));
            out.writeBoolean(simulated);
            out.writeInt(units.size());
            for (Map.Entry<String, Double> unit : new TreeMap<>(units).entrySet()) {
                out.writeUTF(unit.getKey());
                out.writeDouble(unit.getValue());
            }
            out.writeInt(options.size());
            for (HeldOption option : options) {
                write(out, option);
            }
            for (HeldOption option : options) {
                writePremium(out, option);
            }
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
        return bytes.toByteArray();
    }

    static PortfolioHedges decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Instant time = instant(in.readLong());
            boolean simulated = in.readBoolean();
            Map<String, Double> units = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                units.put(in.readUTF(), in.readDouble());
            }
            List<HeldOption> options = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                options.add(option(in));
            }
            // Rows of old end here.
            if (in.available() > 0) {
                for (int i = 0; i < options.size(); i++) {
                    options.set(i, withPremium(options.get(i), in));
                }
            }
            return new PortfolioHedges(units, options, time, simulated);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(DataOutputStream out, HeldOption option) throws IOException {
        out.writeUTF(option.underlying());
        out.writeUTF(option.quote());
        out.writeUTF(option.kind().name());
        out.writeDouble(option.strike());
        out.writeLong(micros(option.expiry()));
        out.writeDouble(option.coins());
    }

    private static HeldOption option(DataInputStream in) throws IOException {
        return new HeldOption(
                in.readUTF(),
                in.readUTF(),
                OptionKind.valueOf(in.readUTF()),
                in.readDouble(),
                instant(in.readLong()),
                in.readDouble(),
                null,
                false);
    }

    private static void writePremium(DataOutputStream out, HeldOption option) throws IOException {
        out.writeDouble(option.averagePrice() == null ? Double.NaN : option.averagePrice());
        out.writeBoolean(option.coinSettled());
    }

    private static HeldOption withPremium(HeldOption option, DataInputStream in) throws IOException {
        double price = in.readDouble();
        return new HeldOption(
                option.underlying(),
                option.quote(),
                option.kind(),
                option.strike(),
                option.expiry(),
                option.coins(),
                Double.isNaN(price) ? null : price,
                in.readBoolean());
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
