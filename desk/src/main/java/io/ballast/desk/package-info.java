/* SPDX-License-Identifier: Apache-2.0 */
/** The risk desk: a downstream consumer of the output topics with a dashboard and an API. */
package io.ballast.desk;
