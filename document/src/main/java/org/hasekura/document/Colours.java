package org.hasekura.document;

/** The colours of the Digital Agency's tokens that documents use, as RRGGBB. */
final class Colours {

    static final String TEXT = "1A1A1C";
    static final String QUIET = "595959";
    static final String LINK = "00118F";
    static final String RULE = "949494";
    static final String HEAD = "F1F1F4";

    private Colours() {}

    static String of(Block.Weight weight) {
        return switch (weight) {
            case PLAIN -> "626264";
            case GOOD -> "197A4B";
            case CAUTION -> "B78F00";
            case BAD -> "CE0000";
        };
    }
}
