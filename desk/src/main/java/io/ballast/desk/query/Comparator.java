/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

/** How a figure is compared; with NaN nothing holds. */
enum Comparator {
    AT_LEAST(">="),
    AT_MOST("<="),
    ABOVE(">"),
    BELOW("<"),
    EQUAL("=");

    private final String sign;

    Comparator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    boolean holds(double figure, double bound) {
        return switch (this) {
            case AT_LEAST -> figure >= bound;
            case AT_MOST -> figure <= bound;
            case ABOVE -> figure > bound;
            case BELOW -> figure < bound;
            case EQUAL -> figure == bound;
        };
    }
}
