/* SPDX-License-Identifier: Apache-2.0 */
/** Server-sent events: what has changed, four times a second. */
package io.ballast.desk.stream;
