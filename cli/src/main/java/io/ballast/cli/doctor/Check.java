/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

/** One look at the machine; never throws for what it finds. */
@FunctionalInterface
interface Check {
    Finding look();
}
