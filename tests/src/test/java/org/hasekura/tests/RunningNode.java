package org.hasekura.tests;

import java.net.URI;
import java.nio.file.Path;

/** A node that answers, in this process or in one of its own. */
interface RunningNode {

    String did();

    /** What peers reach, without a slash at the end. */
    URI publicUrl();

    Api api();

    /** Everything it keeps. */
    Path folder();

    /** Settings for a node of a test: on this machine, quick to try again, its log signed ten times a second. */
    static String settings(String name, String country, Path folder, String more) {
        return """
                node.name = %s
                node.data-folder = %s
                node.development = true
                organisation.name = %s (test)
                organisation.country = %s
                retry.first-delay = 100 ms
                retry.longest-delay = 400 ms
                evidence.checkpoint-interval = 100 ms
                limits.requests-per-minute = 1000000
                log.level = error
                """.formatted(name, folder, name, country) + more;
    }
}
