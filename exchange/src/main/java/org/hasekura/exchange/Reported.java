package org.hasekura.exchange;

/**
 * Where one side says a process stands: the body of an acknowledgement and of a view, {@code ContractNegotiation} or
 * {@code TransferProcess}. DSP 2025-1 #ack-contract-negotiation, #ack-transfer-process.
 */
public record Reported<S>(Pids pids, S state) {}
