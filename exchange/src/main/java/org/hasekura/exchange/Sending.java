package org.hasekura.exchange;

/** A message on its way: its id in the outbox and the state it leads to when acknowledged. */
public record Sending<S>(String messageId, S leadsTo) {}
