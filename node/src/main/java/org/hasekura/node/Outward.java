package org.hasekura.node;

import org.hasekura.identity.CachingDidResolver;

/**
 * The way out: which addresses may be contacted, by what client, under which tokens, and who is found behind a DID.
 *
 * @param resolver reads DID documents, and keeps them for a while
 */
record Outward(
        AddressCheck addresses,
        PeerClient client,
        Tokens tokens,
        CachingDidResolver resolver,
        Counterparty counterparty) {

    private static final int DID_DOCUMENTS_KEPT = 10_000;

    static Outward of(Means means) {
        OwnIdentity own = means.own();
        Settings settings = means.settings();
        AddressCheck addresses = AddressCheck.guarding(own.admission());
        var client = new PeerClient(settings.peers(), means.isDevelopment(), addresses);
        var tokens = new Tokens(own.did(), own.keys().token(), means.ids(), means.clock(), settings.developmentPeer());
        var resolver = new CachingDidResolver(
                new PeerFetcher(client),
                means.clock(),
                own.admission(),
                CachingDidResolver.Times.usual(),
                DID_DOCUMENTS_KEPT);
        var counterparty = new Counterparty(
                resolver, client, new DspAddresses(client, means.clock()), tokens, settings.developmentPeer());
        return new Outward(addresses, client, tokens, resolver, counterparty);
    }
}
