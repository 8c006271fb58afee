/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.health;

/**
 * How a running process is.
 *
 * @param live  false: it will not recover by itself and should be started anew
 * @param ready  true: it does its work now
 * @param detail  what it is doing, or why not, in a few words
 */
public record Health(boolean live, boolean ready, String detail) {

    public static Health working(String detail) {
        return new Health(true, true, detail);
    }

    public static Health notYet(String detail) {
        return new Health(true, false, detail);
    }

    public static Health dead(String detail) {
        return new Health(false, false, detail);
    }
}
