/* SPDX-License-Identifier: Apache-2.0 */
/** Questions about positions: conditions, order, pages, groups. */
package io.ballast.desk.query;
