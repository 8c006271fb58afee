/* SPDX-License-Identifier: Apache-2.0 */
/** What all pool kinds share: token amounts and the contracts' integer types. */
package io.ballast.risk.pool;
