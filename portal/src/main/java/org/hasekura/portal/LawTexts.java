package org.hasekura.portal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hasekura.law.Phrasebook;
import org.hasekura.law.Provision;
import org.hasekura.law.Ruling;

/** How pages speak of the law: names in the reader's language, links to official texts and to our own pages. */
final class LawTexts {

    private static final Map<Language, Phrasebook> PHRASES = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), each -> Phrasebook.load(each.locale())));

    private LawTexts() {}

    /** What a code of the law's vocabulary is called. */
    static String code(Language language, String code) {
        return Optional.ofNullable(PHRASES.get(language)).orElseThrow().code(code);
    }

    static String either(Language language, String english, String japanese) {
        return language == Language.JA ? japanese : english;
    }

    static String name(Language language, Provision provision) {
        return either(language, provision.nameEn(), provision.nameJa());
    }

    static String citation(Language language, Provision provision) {
        return provision.citation(language.locale());
    }

    /** The official text: its own address, or that of EUR-Lex by its number. */
    static Optional<String> official(Provision provision) {
        return provision
                .url()
                .or(() -> provision
                        .celex()
                        .map(celex -> "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:" + celex))
                .flatMap(Links::outside);
    }

    /** Our own page on it: {@code /law/GDPR/45(3)}, or {@code /law/decisions/EU-JP-2019} for what has no article. */
    static String page(String token) {
        int colon = token.indexOf(':');
        String act = colon < 0 ? "decisions" : token.substring(0, colon);
        return "/law/" + segment(act) + "/" + segment(token.substring(colon + 1));
    }

    /** The token of a page's address. */
    static String token(String act, String article) {
        String name = article.replace('~', '/');
        return act.equals("decisions") ? name : act.replace('~', '/') + ":" + name;
    }

    /** A slash would begin another segment, even when it is encoded. */
    private static String segment(String text) {
        return Links.encode(text.replace('/', '~'));
    }

    /** The message that names a verdict: duties that follow are said with it. */
    static String verdict(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Permitted permitted -> permitted.duties().isEmpty() ? "free" : "duties";
            case Ruling.PermittedIf _ -> "conditions";
            case Ruling.Forbidden _ -> "no";
            case Ruling.Undecided _ -> "open";
        };
    }

    /** The look of a verdict; its words say the same. */
    static String look(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Permitted _ -> "good";
            case Ruling.PermittedIf _, Ruling.Undecided _ -> "warn";
            case Ruling.Forbidden _ -> "bad";
        };
    }
}
