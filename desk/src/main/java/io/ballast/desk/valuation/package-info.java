/* SPDX-License-Identifier: Apache-2.0 */
/** Values of what the topics tell, by the curves and models of {@code risk-model}. */
package io.ballast.desk.valuation;
