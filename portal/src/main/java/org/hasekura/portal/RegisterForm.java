package org.hasekura.portal;

import java.util.Optional;

/** A page on which a secretariat enters something into the register. */
interface RegisterForm extends RegisterPage {

    /** What was typed, and what is wrong with it. */
    Inputs inputs();

    /** What the register said against it, in English. */
    Optional<String> refused();

    @Override
    default boolean hasErrors() {
        return !inputs().wrong().isEmpty() || refused().isPresent();
    }

    /** What is wrong, at the top of the page. */
    default Html trouble(Words words) {
        return Html.all(Parts.errors(inputs().wrong(), words), PartnershipPages.refused(refused(), words));
    }
}
