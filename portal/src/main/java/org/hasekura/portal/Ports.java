package org.hasekura.portal;

import java.util.function.Supplier;
import org.hasekura.law.Law;

/**
 * What the portal needs from the node around it: ports only, so that all of it runs on fakes.
 *
 * @param law the law by which the node judges now
 */
public record Ports(
        Supplier<About> about,
        Supplier<Law> law,
        Market market,
        Exchanges exchanges,
        Operations operations,
        Accounts accounts,
        Council council,
        Guests guests,
        Audits audits,
        Connections connections,
        Questions questions) {}
