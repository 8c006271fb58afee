/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * A figure that rules may be about.
 *
 * @param meaning  with its sign
 * @param least  no value is below
 * @param greatest  no value is above
 * @param scopes  what it is known of
 * @param parameter  what a rule has to say besides
 * @param reader  reads it from a record
 */
record Metric(
        String name,
        Unit unit,
        String meaning,
        double least,
        double greatest,
        Set<Scope> scopes,
        Parameter parameter,
        Reader reader) {

    /** What a rule has to say besides the metric's name. */
    enum Parameter {
        NONE,
        /** One of the windows of the setting. */
        WINDOW,
        /** A quality flag; none: any. */
        QUALITY_FLAG
    }

    /** Reads a metric. */
    @FunctionalInterface
    interface Reader {
        /**
         * Null where the figure is not known.
         *
         * @param parameter  null where there is none; of a window its seconds
         */
        Double read(SpecificRecord record, String parameter);
    }
}
