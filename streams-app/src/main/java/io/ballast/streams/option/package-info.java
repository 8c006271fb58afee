/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Listed options: quotes of each underlying are kept, volatilities fitted by expiry and both handed to the desks; strips that cover
 * what portfolios lose, and scenarios of what they hold.
 */
package io.ballast.streams.option;
