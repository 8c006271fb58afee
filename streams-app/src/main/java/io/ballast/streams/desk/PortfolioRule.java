/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

/**
 * A portfolio's policy is now so, as far as option strips go.
 *
 * @param options  null: it says nothing of them, or there is no policy any more
 * @param raw  the policy's bytes on its topic; null without options, for then nothing has to be kept
 */
public record PortfolioRule(OptionRule options, byte[] raw) {

    public static final PortfolioRule NONE = new PortfolioRule(null, null);

    /** @param raw  the policy's bytes, whatever it says */
    public static PortfolioRule of(OptionRule options, byte[] raw) {
        return options == null ? NONE : new PortfolioRule(options, raw);
    }
}
