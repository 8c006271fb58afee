/* SPDX-License-Identifier: Apache-2.0 */
/** One websocket that is kept up through whatever happens to it: what is said on it is none of its business. */
package io.ballast.producers.connection;
