package org.hasekura.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hasekura.evidence.BundlePage;

/**
 * Style sheets, scripts and fonts, all served by the node itself. The address of a sheet or script begins with the hash of
 * its bytes, so that a browser may keep it for ever and never has an old one.
 */
final class Assets {

    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String VENDOR = "vendor/";

    /** What checks evidence in the browser. */
    static final String VERIFIER = "verifier.js";

    /** What stands under one name in the head of the page, put together from these files. */
    private static final Map<String, List<String>> SHEETS = Map.of(
            "portal.css",
            List.of(
                    "vendor/design-tokens-1.1.9/tokens.css",
                    "assets/base.css",
                    "assets/frame.css",
                    "assets/parts.css",
                    "assets/pages.css",
                    "assets/law.css",
                    "assets/print.css"),
            "portal.js",
            List.of("assets/portal.js", "assets/live.js", "assets/check.js", "assets/guest.js", "assets/keep.js"));

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");

    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    private record Asset(String hash, String mediaType, Bytes bytes) {}

    /** Bytes that nobody changes. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Bytes(byte[] all) {}

    /** The address of a sheet or script. */
    String href(String name) {
        return "/assets/" + asset(name).orElseThrow().hash + "/" + name;
    }

    /** @param path after {@code /assets/}: a hash and a name, or a vendored file */
    Optional<PortalAnswer> answer(String path) {
        boolean isVendored = path.startsWith(VENDOR);
        int slash = path.indexOf('/');
        if (slash < 0 || path.contains("..")) {
            return Optional.empty();
        }
        String name = isVendored ? path : path.substring(slash + 1);
        return asset(name)
                .filter(each -> isVendored || each.hash.equals(path.substring(0, slash)))
                .map(each ->
                        new PortalAnswer.Whole(200, each.mediaType, each.bytes.all, Map.of("Cache-Control", FOREVER)));
    }

    private Optional<Asset> asset(String name) {
        Optional<Asset> known = Optional.ofNullable(read.get(name));
        if (known.isPresent()) {
            return known;
        }
        Optional<String> mediaType = Optional.ofNullable(MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        List<String> files =
                SHEETS.getOrDefault(name, name.startsWith(VENDOR) ? List.of(name) : List.of("assets/" + name));
        Optional<byte[]> bytes =
                name.equals(VERIFIER) ? Optional.of(verifier()) : mediaType.flatMap(_ -> together(files));
        Optional<Asset> asset = bytes.map(each -> new Asset(hash(each), mediaType.orElseThrow(), new Bytes(each)));
        asset.ifPresent(each -> read.put(name, each));
        return asset;
    }

    /** The check that bundles for regulators carry, as a module: the same code, so that both say the same. */
    private static byte[] verifier() {
        return (BundlePage.verifier() + "\nexport {verdictOn, GROUNDS};\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> together(List<String> files) {
        var all = new ByteArrayOutputStream();
        for (String file : files) {
            try (InputStream in = Assets.class.getResourceAsStream(file)) {
                if (in == null) {
                    return Optional.empty();
                }
                byte[] bytes = in.readAllBytes();
                all.writeBytes(bytes);
                if (files.size() > 1) {
                    all.writeBytes("\n".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("`" + file + "` of the portal cannot be read", e);
            }
        }
        return Optional.of(all.toByteArray());
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }
}
