package org.hasekura.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page that checks bundles in a browser: one file, opened from the disk, that loads and sends nothing. It is put
 * together from the files beside this class; its policy (CSP) admits exactly the script and the style in it, by their hash.
 */
public final class BundlePage {

    private static final List<String> SCRIPTS = List.of(
            "tree.js",
            "formats.js",
            "archive.js",
            "der.js",
            "certificates.js",
            "timestamps.js",
            "bundle.js",
            "words.js");

    private BundlePage() {}

    /** The file. */
    public static byte[] bytes() {
        String script = "\n'use strict';\n{\n" + verifier() + "\n" + text("ui.js") + "}\n";
        String style = "\n" + text("page.css");
        return text("page.html")
                .replace("${script-hash}", hash(script))
                .replace("${style-hash}", hash(style))
                .replace("${style}", style)
                .replace("${script}", script)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The check alone, as a script for other pages: {@code verdictOn(blob, null, null, Object.keys(GROUNDS), progress)}. */
    public static String verifier() {
        return words() + SCRIPTS.stream().map(BundlePage::text).collect(Collectors.joining("\n"));
    }

    /** What faults and grounds are called, so that both verifiers say the same. */
    private static String words() {
        var faults = new CanonicalJson.Builder();
        Arrays.stream(BundleFault.values())
                .forEach(fault -> faults.put(fault.name(), words(fault.english(), fault.japanese())));
        var grounds = new CanonicalJson.Builder();
        Arrays.stream(Entry.ErasureGround.values())
                .forEach(ground ->
                        grounds.put(ground.name(), words(EntryText.ground(ground), EntryText.groundJa(ground))));
        return "const FAULTS = " + CanonicalJson.write(faults.build()) + ";\nconst GROUNDS = "
                + CanonicalJson.write(grounds.build()) + ";\n\n";
    }

    private static Json words(String english, String japanese) {
        return new CanonicalJson.Builder()
                .text("en", english)
                .text("ja", japanese)
                .build();
    }

    private static String hash(String content) {
        return "sha256-" + Hash.sha256(content.getBytes(StandardCharsets.UTF_8)).base64();
    }

    private static String text(String name) {
        try (InputStream in = BundlePage.class.getResourceAsStream("bundle/page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks `" + name + "`");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException("cannot read `" + name + "` from the jar", e);
        }
    }
}
