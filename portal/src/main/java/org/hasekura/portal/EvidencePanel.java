package org.hasekura.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryText;
import org.hasekura.evidence.Hash;

/** The log's entries about an exchange, each to be checked by the reader's own browser; and the messages behind them. */
final class EvidencePanel {

    private EvidencePanel() {}

    /** The entries, a button that has the browser check them all, and a receipt for each. */
    static Html html(Dossier dossier, View view) {
        Words words = view.words();
        if (dossier.evidence().isEmpty()) {
            return Html.of("<div class=\"empty\"><p>{}</p></div>", words.say("evidence.none"));
        }
        String path = view.href(ExchangePage.path(dossier.negotiation().pid()));
        return Html.of(
                """
                <p>{}</p>
                <evidence-check data-bundle="{}/bundle.zip" data-checking="{}" data-proven="{}" data-differs="{}" data-not-proven="{}" data-unable="{}">
                <div class="acts"><button type="button" class="second with-script" data-check>{}</button>
                <a class="button quiet" href="{}/bundle.zip" download>{}</a></div>
                <div class="result" role="status"></div>
                <ol class="entries">
                {}
                </ol>
                </evidence-check>
                <p class="without-script hint">{}</p>""",
                words.count("evidence.lead", dossier.evidence().size()),
                path,
                words.say("evidence.checking"),
                words.say("evidence.proven", "n", "{n}"),
                words.say("evidence.differs"),
                words.say("evidence.not-proven"),
                words.say("evidence.unable"),
                words.say("evidence.check"),
                path,
                words.say("evidence.bundle"),
                Html.each(dossier.evidence(), (Dossier.Recorded each) -> entry(each, path, view)),
                words.say("evidence.without-script"));
    }

    private static Html entry(Dossier.Recorded each, String path, View view) {
        Words words = view.words();
        return Html.of(
                """
                <li value="{}" data-index="{}">
                <div class="line"><span class="index">{}</span> {} <span class="mark" aria-live="off"></span></div>
                <p>{}</p>
                <details><summary>{}</summary><pre><code>{}</code></pre>
                <p><a href="{}/receipts/{}" download>{}</a></p></details>
                </li>""",
                Long.toString(each.index()),
                Long.toString(each.index()),
                words.say("evidence.entry", "index", each.index()),
                view.time(each.entry().at()),
                said(each.entry(), words),
                words.say("evidence.as-logged"),
                each.text(),
                path,
                Long.toString(each.index()),
                words.say("evidence.receipt"));
    }

    /** A clause becomes a sentence. */
    static String said(Entry entry, Words words) {
        String clause = words.language() == Language.JA ? EntryText.japanese(entry) : EntryText.english(entry);
        if (clause.isEmpty() || clause.startsWith("did:")) {
            return clause.isEmpty() ? entry.kind() : clause;
        }
        Locale locale = words.language().locale();
        return clause.substring(0, 1).toUpperCase(locale) + clause.substring(1);
    }

    /** The messages that were exchanged, each with its body as it was sent. */
    static Html messages(Dossier dossier, View view) {
        Words words = view.words();
        String path = view.href(ExchangePage.path(dossier.negotiation().pid()));
        List<Html> messages = dossier.evidence().stream()
                .flatMap(each -> message(each, dossier, path, view).stream())
                .toList();
        return messages.isEmpty()
                ? Html.of("<div class=\"empty\"><p>{}</p></div>", words.say("messages.none"))
                : Html.of("<ol class=\"messages\">{}</ol>", Html.all(messages));
    }

    private static Optional<Html> message(Dossier.Recorded each, Dossier dossier, String path, View view) {
        return switch (each.entry()) {
            case Entry.MessageSent sent ->
                Optional.of(message("sent", type(each, dossier), sent.bodyHash(), sent, dossier.self(), path, view));
            case Entry.MessageReceived received ->
                Optional.of(message(
                        "received", type(each, dossier), received.bodyHash(), received, dossier.peer(), path, view));
            default -> Optional.empty();
        };
    }

    /** The type of a message; a request that is not the first of an exchange asks for other terms. */
    private static String type(Dossier.Recorded each, Dossier dossier) {
        Said said = Said.in(each.entry()).orElseThrow();
        boolean isAgain = dossier.evidence().stream()
                .filter(other -> other.index() < each.index())
                .flatMap(other -> Said.in(other.entry()).stream())
                .anyMatch(other ->
                        other.type().equals(said.type()) && !other.body().equals(said.body()));
        return isAgain && said.type().equals("ContractRequestMessage") ? said.type() + ":again" : said.type();
    }

    /** A message, whichever way it went. */
    private record Said(String type, Hash body) {
        static Optional<Said> in(Entry entry) {
            return switch (entry) {
                case Entry.MessageSent sent -> Optional.of(new Said(sent.messageType(), sent.bodyHash()));
                case Entry.MessageReceived received ->
                    Optional.of(new Said(received.messageType(), received.bodyHash()));
                default -> Optional.empty();
            };
        }
    }

    private static Html message(String way, String type, Hash body, Entry entry, Party by, String path, View view) {
        Words words = view.words();
        return Html.of(
                "<li class=\"{}\"><strong>{}</strong> · {} <span class=\"faint\">{}</span><br><a href=\"{}/messages/{}\">{}</a></li>",
                way,
                by.name(),
                messageName(type, words),
                view.time(entry.at()),
                path,
                body.hex(),
                words.say("messages.show"));
    }

    /** What a type of message says, in words; the type itself when we have none. */
    private static String messageName(String type, Words words) {
        String key = "message." + type.toLowerCase(Locale.ROOT).replace(':', '-');
        return words.knows(key) ? words.say(key) : type;
    }
}
