/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

/** Figures as values of JSON: one that is not known is null. */
final class FigureJson {
    private FigureJson() {}

    /** @param figure  NaN: not known */
    static Double of(double figure) {
        return Double.isFinite(figure) ? (Double) figure : null;
    }
}
