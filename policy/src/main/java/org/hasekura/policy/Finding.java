package org.hasekura.policy;

/**
 * One thing that was found in terms, for a person: why they allow or refuse, or what in them is not understood.
 *
 * @param path where it stands in them, for example {@code permission[0].constraint[1].or[0].rightOperand}
 * @param english the finding in English
 * @param japanese the same in Japanese
 */
public record Finding(String path, String english, String japanese) {

    /** Path and English words in one sentence. */
    public String sentence() {
        return path + ": " + english;
    }
}
