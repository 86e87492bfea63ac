package org.hasekura.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a participant publishes about itself: its keys, what each may be used for, and its services.
 *
 * <p>Only the members the protocols need are kept; the body as fetched is kept beside it for evidence. Source: W3C DID
 * Core 1.0 §5.
 *
 * @param authentication identifiers of the methods that may sign presentations
 * @param assertionMethod identifiers of the methods that may sign credentials
 * @param capabilityInvocation identifiers of the methods that may sign self-issued tokens (DCP 1.0)
 */
public record DidDocument(
        Did id,
        List<VerificationMethod> verificationMethods,
        Set<String> authentication,
        Set<String> assertionMethod,
        Set<String> capabilityInvocation,
        List<Service> services) {

    public DidDocument {
        verificationMethods = List.copyOf(verificationMethods);
        authentication = Set.copyOf(authentication);
        assertionMethod = Set.copyOf(assertionMethod);
        capabilityInvocation = Set.copyOf(capabilityInvocation);
        services = List.copyOf(services);
        Set<String> seen = new HashSet<>();
        for (VerificationMethod method : verificationMethods) {
            if (!seen.add(method.id())) {
                throw new IllegalArgumentException("two verification methods `" + method.id() + "`");
            }
        }
    }

    /** The document of a node: its token key signs self-issued tokens and presentations; other keys stay out of it. */
    public static DidDocument ofNode(Did did, SigningKey tokenKey, List<Service> services) {
        VerificationMethod method = VerificationMethod.of(did, tokenKey.id(), tokenKey.publicKeyJwk());
        Set<String> itself = Set.of(method.id());
        return new DidDocument(did, List.of(method), itself, Set.of(), itself, services);
    }

    /** The method of that whole identifier. */
    public Optional<VerificationMethod> method(String methodId) {
        return verificationMethods.stream()
                .filter(method -> method.id().equals(methodId))
                .findFirst();
    }

    /** The first service of the type. */
    public Optional<Service> service(String type) {
        return services.stream().filter(service -> service.type().equals(type)).findFirst();
    }
}
