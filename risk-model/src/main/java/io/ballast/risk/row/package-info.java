/* SPDX-License-Identifier: Apache-2.0 */
/** Stored forms of the tables that one kind of pool alone has, as bytes and without a library: see ADR 0010. */
package io.ballast.risk.row;
