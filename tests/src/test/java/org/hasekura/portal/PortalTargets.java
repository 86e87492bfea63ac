package org.hasekura.portal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hasekura.tests.fuzz.Target;

/** Forms and cookies of whoever opens a page. */
public final class PortalTargets {

    private static final String FILES = """
            --b
            Content-Disposition: form-data; name="a"

            c
            --b
            Content-Disposition: form-data; name="f"; filename="x.txt"
            Content-Type: text/plain

            content
            --b--
            """.replace("\n", "\r\n");

    private PortalTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.text("portal/forms", List.of("a=b&c=%E6%97%A5+x&a=%zz", "lang=ja"), Fields::read),
                new Target(
                        "portal/files",
                        Target.bytes(List.of(FILES)),
                        input -> form(
                                "multipart/form-data; boundary=b", new String(input, StandardCharsets.ISO_8859_1))),
                Target.text(
                        "portal/content-types",
                        List.of("multipart/form-data; charset=x; boundary=\"b\"", "application/x-www-form-urlencoded"),
                        input -> form(input, FILES)),
                Target.text(
                        "portal/cookies",
                        List.of("hasekura=a; b=c"),
                        input -> request("", "", input).cookie("hasekura")));
    }

    private static void form(String contentType, String body) {
        Fields form = request(contentType, body, "").form();
        form.values().keySet().forEach(form::all);
        form.uploads().keySet().forEach(form::upload);
    }

    private static PortalRequest request(String contentType, String body, String cookies) {
        return new PortalRequest(
                true,
                "/",
                "",
                name -> switch (name) {
                    case "Content-Type" -> Optional.of(contentType);
                    case "Cookie" -> Optional.of(cookies);
                    default -> Optional.empty();
                },
                body,
                "127.0.0.1");
    }
}
