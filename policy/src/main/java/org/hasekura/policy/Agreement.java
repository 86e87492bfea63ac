package org.hasekura.policy;

import java.time.Instant;

/**
 * Terms that both sides have fixed: who may do what with which dataset. The assigner gives, the assignee receives; both
 * are DIDs. DSP 2025-1 #agreement.
 */
public record Agreement(String id, String target, String assigner, String assignee, Instant timestamp, Terms terms) {}
