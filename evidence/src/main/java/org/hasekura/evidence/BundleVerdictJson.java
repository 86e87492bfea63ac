package org.hasekura.evidence;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A verdict on a bundle as canonical JSON, for programs. The page that checks bundles in a browser answers the same text,
 * {@code detail} and {@code words} aside.
 */
public final class BundleVerdictJson {

    private BundleVerdictJson() {}

    /**
     * The text.
     *
     * @param words the verdict in sentences; none: left out
     */
    public static String write(BundleVerdict verdict, List<String> words) {
        var out = new CanonicalJson.Builder().put("proven", new Json.Truth(verdict instanceof BundleVerdict.Proven));
        if (!words.isEmpty()) {
            out.put("words", texts(words));
        }
        switch (verdict) {
            case BundleVerdict.NotProven(BundleFault fault, var index, String detail) -> {
                out.text("fault", fault.name()).text("detail", detail);
                index.ifPresent(at -> out.put("index", new Json.Whole(at)));
            }
            case BundleVerdict.Proven proven -> put(out, proven);
        }
        return CanonicalJson.write(out.build());
    }

    private static void put(CanonicalJson.Builder out, BundleVerdict.Proven proven) {
        BundleManifest manifest = proven.manifest();
        BundleVerdict.Shown shown = proven.shown();
        out.put("scope", BundleManifestJson.scope(manifest.scope()))
                .text("node", manifest.node())
                .text("log", manifest.origin())
                .put("treeSize", new Json.Whole(manifest.treeSize()))
                .put("entries", new Json.Whole(manifest.entries()))
                .put("stretches", new Json.Whole(proven.ranges().size()))
                .put("inPeriod", new Json.Whole(shown.inPeriod()))
                .put("kinds", counts(shown.kinds()))
                .put("lawData", texts(List.copyOf(shown.lawData())))
                .put("bodies", bodies(shown.bodies()))
                .put(
                        "signers",
                        new Json.Items(proven.signers().stream()
                                .map(BundleVerdictJson::signer)
                                .toList()))
                .put(
                        "continued",
                        new Json.Items(proven.continued().stream()
                                .<Json>map(Json.Whole::new)
                                .toList()))
                .put("known", new Json.Truth(proven.known()))
                .put(
                        "stamps",
                        new Json.Items(proven.stamps().stream()
                                .map(BundleVerdictJson::stamp)
                                .toList()))
                .text("trust", proven.trust().name())
                .put("developmentMode", new Json.Truth(manifest.developmentMode()));
        shown.first().ifPresent(at -> out.text("first", at.toString()));
        shown.last().ifPresent(at -> out.text("last", at.toString()));
    }

    private static Json bodies(BundleVerdict.Bodies bodies) {
        SortedMap<String, Long> erased = new TreeMap<>();
        bodies.erased().forEach((ground, count) -> erased.put(ground.name(), count));
        return new CanonicalJson.Builder()
                .put("included", new Json.Whole(bodies.included()))
                .put("kept", new Json.Whole(bodies.kept()))
                .put("erased", counts(erased))
                .put("unknown", new Json.Whole(bodies.unknown()))
                .build();
    }

    private static Json signer(Verdict.Signer signer) {
        var out = new CanonicalJson.Builder()
                .text("name", signer.key().name())
                .text("role", signer.role().name());
        signer.at().ifPresent(at -> out.text("at", at.toString()));
        signer.did().ifPresent(did -> out.text("did", did));
        return out.build();
    }

    private static Json stamp(BundleVerdict.Stamp stamp) {
        return new CanonicalJson.Builder()
                .put("size", new Json.Whole(stamp.size()))
                .text("at", stamp.at().toString())
                .text("authority", stamp.authority())
                .text("trust", stamp.trust().name())
                .build();
    }

    private static Json counts(Map<String, Long> counts) {
        var out = new CanonicalJson.Builder();
        counts.forEach((name, count) -> out.put(name, new Json.Whole(count)));
        return out.build();
    }

    private static Json texts(List<String> texts) {
        return new Json.Items(texts.stream().<Json>map(Json.Text::new).toList());
    }
}
