package org.hasekura.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hasekura.evidence.Hash;

/** One message of an exchange, as it was sent or received, with the hash under which evidence names it. */
record MessagePage(Dossier dossier, Dossier.Recorded entry, Hash hash, Exchanges.Body body) implements Page {

    @Override
    public String title(Words words) {
        return words.say("messages.title");
    }

    @Override
    public List<Crumb> above(Words words) {
        return ExchangePage.crumbs(dossier, words);
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.of(
                "<p>{}</p><p class=\"hash\">SHA-256 {}</p>{}",
                EvidencePanel.said(entry.entry(), words),
                hash.hex(),
                switch (body) {
                    case Exchanges.Body.Kept(String text) ->
                        Html.of("<pre tabindex=\"0\"><code>{}</code></pre>", DataJson.pretty(text));
                    case Exchanges.Body.Erased _ ->
                        Html.of("<div class=\"empty\"><p>{}</p></div>", words.say("messages.erased"));
                    case Exchanges.Body.Unknown _ ->
                        Html.of("<div class=\"empty\"><p>{}</p></div>", words.say("messages.unknown"));
                });
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("entry", new DataJson.Raw(entry.text()));
        data.put("sha256", hash.hex());
        if (body instanceof Exchanges.Body.Kept(String text)) {
            data.put("body", text);
        }
        return data;
    }
}
