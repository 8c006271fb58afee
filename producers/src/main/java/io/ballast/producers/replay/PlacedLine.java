/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.records.SourceLine;
import java.util.Optional;

/**
 * A line of a file of logs.
 *
 * @param says  what it holds; empty if it cannot be read
 * @param problem  why not
 * @param place  where it comes when files are merged
 */
record PlacedLine(SourceLine line, Optional<LogLine> says, Optional<MalformedLogException> problem, LogPlace place) {}
