/* SPDX-License-Identifier: Apache-2.0 */
/** What a desk holds in memory: the newest of each key, in columns, and thinned histories. */
package io.ballast.desk.store;
