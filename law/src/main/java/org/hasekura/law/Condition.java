package org.hasekura.law;

import java.util.List;

/**
 * What must be true before the first byte and stay true; under a prohibition, one way to cure it.
 *
 * @param values what a ruling fills into the wording, such as a module
 */
public record Condition(String id, Wording wording, List<String> values, Provision provision) {

    /** In English; where nothing was filled in yet, with the places for it. */
    public String textEn() {
        return wording.en(values);
    }

    /** In Japanese. */
    public String textJa() {
        return wording.ja(values);
    }
}
