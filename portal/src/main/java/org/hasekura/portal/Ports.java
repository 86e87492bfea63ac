package org.hasekura.portal;

import java.util.function.Supplier;

/** What the portal needs from the node around it: ports only, so that all of it runs on fakes. */
public record Ports(Supplier<About> about) {}
