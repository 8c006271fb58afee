/* SPDX-License-Identifier: Apache-2.0 */
/** What is known of pools and tokens before their logs are read. */
package io.ballast.producers.pools;
