/* SPDX-License-Identifier: Apache-2.0 */
/** The live book with trades that nobody has made, in markets that are not. */
package io.ballast.desk.whatif;
