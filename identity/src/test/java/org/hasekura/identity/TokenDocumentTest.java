package org.hasekura.identity;

import static org.hasekura.identity.Tokens.CARS;
import static org.hasekura.identity.Tokens.CARS_DOCUMENT;
import static org.hasekura.identity.Tokens.CARS_KEY;
import static org.hasekura.identity.Tokens.CELLS;
import static org.hasekura.identity.Tokens.NOW;
import static org.hasekura.identity.Tokens.check;
import static org.hasekura.identity.Tokens.refused;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hasekura.identity.TokenCheck.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A self-issued token (DCP 1.0) is refused for the document:")
class TokenDocumentTest {

    @Test
    @DisplayName("of another participant")
    void differs() {
        DidDocument other = DidDocument.ofNode(CELLS, CARS_KEY, List.of());

        refused(check(Tokens.claims().signedBy(CARS_KEY), other, NOW), Reason.DOCUMENT_DIFFERS);
    }

    @Test
    @DisplayName("in which the key is not for invoking capabilities")
    void notForInvocation() {
        DidDocument document = new DidDocument(
                CARS,
                CARS_DOCUMENT.verificationMethods(),
                CARS_DOCUMENT.authentication(),
                CARS_DOCUMENT.authentication(),
                Set.of(),
                List.of());

        refused(check(Tokens.claims().signedBy(CARS_KEY), document, NOW), Reason.KEY_NOT_FOR_INVOCATION);
    }

    @Test
    @DisplayName("in which the key is of a kind we cannot verify with")
    void notUsable() {
        VerificationMethod method = new VerificationMethod(CARS.url("token-1"), "Multikey", Optional.empty());
        DidDocument document =
                new DidDocument(CARS, List.of(method), Set.of(), Set.of(), Set.of(method.id()), List.of());

        refused(check(Tokens.claims().signedBy(CARS_KEY), document, NOW), Reason.KEY_NOT_USABLE);
    }
}
