/* SPDX-License-Identifier: Apache-2.0 */
/** Control over how input comes, where the desk runs in one process with who writes it. */
package io.ballast.desk.replay;
