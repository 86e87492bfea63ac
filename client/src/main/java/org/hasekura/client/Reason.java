package org.hasekura.client;

import java.util.List;

/**
 * Why something waits or has ended.
 *
 * @param code for programs
 * @param sentences for people
 */
public record Reason(String code, List<String> sentences) {
    public Reason {
        sentences = List.copyOf(sentences);
    }
}
