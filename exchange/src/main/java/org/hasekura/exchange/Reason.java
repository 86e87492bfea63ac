package org.hasekura.exchange;

import java.util.List;

/** Why something ended or waits: a code for programs and sentences for people, both also told to the peer. */
public record Reason(String code, List<String> sentences) {
    public Reason {
        sentences = List.copyOf(sentences);
    }

    public static Reason of(String code, String... sentences) {
        return new Reason(code, List.of(sentences));
    }
}
