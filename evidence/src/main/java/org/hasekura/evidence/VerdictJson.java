package org.hasekura.evidence;

import java.util.List;
import java.util.Locale;

/** What came of checking a receipt, as canonical JSON for programs. */
public final class VerdictJson {

    private VerdictJson() {}

    /** The text, with the verdict in sentences in it. */
    public static String write(Verdict verdict, List<String> words) {
        var out = new CanonicalJson.Builder()
                .put("proven", new Json.Truth(verdict instanceof Verdict.Proven))
                .put(
                        "words",
                        new Json.Items(words.stream().<Json>map(Json.Text::new).toList()));
        switch (verdict) {
            case Verdict.NotProven(ReceiptPart part, String reason) ->
                out.text("part", part.name()).text("reason", reason);
            case Verdict.Proven proven ->
                out.text("log", proven.origin())
                        .put("index", new Json.Whole(proven.index()))
                        .put("treeSize", new Json.Whole(proven.treeSize()))
                        .text("node", proven.entry().node())
                        .text("leafHash", proven.entry().leafHash().hex())
                        .text("trust", lower(proven.trust()))
                        .put("developmentMode", new Json.Truth(proven.developmentMode()))
                        .put(
                                "signers",
                                new Json.Items(proven.signers().stream()
                                        .map(VerdictJson::signer)
                                        .toList()));
        }
        return CanonicalJson.write(out.build());
    }

    private static Json signer(Verdict.Signer signer) {
        var out = new CanonicalJson.Builder().text("name", signer.key().name()).text("role", lower(signer.role()));
        signer.at().ifPresent(at -> out.text("at", at.toString()));
        signer.did().ifPresent(did -> out.text("did", did));
        return out.build();
    }

    private static String lower(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}
