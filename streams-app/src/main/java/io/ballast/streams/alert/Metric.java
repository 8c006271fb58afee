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
 * @param parameter  what a rule says besides
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

    /** What a rule says besides the metric's name. */
    enum Parameter {
        NONE(null, false),
        /** One of the windows of the setting. */
        WINDOW("window", true),
        /** Which part of the position the cost of leaving is of; one of the setting's. */
        PART("part", true),
        /** How far back the figure is compared with. */
        REFERENCE("window", true),
        /** A flag of the record; none: any. */
        FLAG("flag", false),
        /** The asset that the figure is of. */
        ASSET("asset", true),
        /** The only asset that the rule is about; none: of several the worst. */
        ANY_ASSET("asset", false),
        /** A figure that policies set limits on; none: of all limits the one that is used most. */
        LIMIT("limit", false);

        private final String key;
        private final boolean required;

        Parameter(String key, boolean required) {
            this.key = key;
            this.required = required;
        }

        /** The key in a rule; null: there is none. */
        String key() {
            return key;
        }

        boolean isRequired() {
            return required;
        }
    }

    /** Reads a metric. */
    @FunctionalInterface
    interface Reader {
        /**
         * Null where the figure is not known. Infinite where it has no bound, such as the distance to a liquidation that no
         * price brings about.
         *
         * <p>Of a figure that is compared with what it was ({@link Parameter#REFERENCE}) it is the figure itself: how far it has fallen
         * is found by whoever remembers.
         *
         * @param parameter  null where there is none; of a window its seconds, of a part a fraction
         */
        Double read(SpecificRecord record, String parameter);
    }
}
