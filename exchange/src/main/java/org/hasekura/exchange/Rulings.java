package org.hasekura.exchange;

import java.util.ArrayList;
import java.util.List;
import org.hasekura.law.Ruling;

/** Rulings as reasons, in sentences for the peer and the person: what stands against it, and what would cure it. */
final class Rulings {
    private Rulings() {}

    static Reason refusal(Ruling.Forbidden ruling) {
        return because("forbidden-by-law", ruling);
    }

    /** The same under another code. */
    static Reason because(String code, Ruling.Forbidden ruling) {
        var sentences = new ArrayList<String>();
        sentences.add("may not be sent on " + ruling.judgedFor() + " (law data " + ruling.lawData() + ")");
        ruling.grounds()
                .forEach(ground -> sentences.add("because of " + ground.citation() + " (" + ground.token() + ")"));
        ruling.cures().forEach(cure -> sentences.add("would be cured by: " + cure.textEn()));
        return new Reason(code, sentences);
    }

    static Reason questions(Ruling.Undecided ruling) {
        var sentences = new ArrayList<String>();
        sentences.add("a person must decide; not known on " + ruling.judgedFor() + ":");
        ruling.missingFacts().forEach(question -> sentences.add(question.textEn()));
        return new Reason(Judging.PERSON_DECIDES, List.copyOf(sentences));
    }
}
