package org.hasekura.law;

/** A fact that is missing, or a code that is not known: what has to be established before anyone may decide. */
public record Question(String id, String textEn, String textJa) {

    /** The same question named by what it is about alone: whoever has answered it is not asked again on the next day. */
    Question about(String what) {
        return new Question(id.substring(0, id.indexOf(':') + 1) + what, textEn, textJa);
    }
}
