/* SPDX-License-Identifier: Apache-2.0 */
/** Settings of producers, as given. */
package io.ballast.producers.settings;
