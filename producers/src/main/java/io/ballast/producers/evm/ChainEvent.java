/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

/** What one log says, read but not judged: amounts are those of the log, in the token's smallest unit. */
sealed interface ChainEvent
        permits FactoryEvent,
                FeeEvent,
                ConcentratedEvent,
                SingletonEvent,
                ManagerEvent,
                PairEvent,
                PauseEvent,
                ShareLogEvent,
                TransferEvent,
                AnswerEvent {}
