/* SPDX-License-Identifier: Apache-2.0 */
/** From the output topics into the store. */
package io.ballast.desk.ingest;
