/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import java.util.List;

/**
 * Where a position stands in an order.
 *
 * @param values  of the order's keys: Double or String; null: not known
 * @param id  of the position
 */
record Place(List<Object> values, String id) {}
