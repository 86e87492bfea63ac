package org.hasekura.exchange;

/** The two names of one process: the provider's and the consumer's, each made by its side. DSP 2025-1 #message-types. */
public record Pids(String providerPid, String consumerPid) {

    /** The name that the given side made. */
    public String of(Role role) {
        return role == Role.PROVIDER ? providerPid : consumerPid;
    }
}
