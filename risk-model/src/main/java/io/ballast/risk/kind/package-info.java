/* SPDX-License-Identifier: Apache-2.0 */
/** The one list of the kinds of pools that there are. */
package io.ballast.risk.kind;
