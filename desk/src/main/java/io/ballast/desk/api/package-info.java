/* SPDX-License-Identifier: Apache-2.0 */
/** REST over what the store holds. */
package io.ballast.desk.api;
