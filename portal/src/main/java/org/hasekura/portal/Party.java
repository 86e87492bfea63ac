package org.hasekura.portal;

import java.util.Optional;

/**
 * One side of an exchange, as the register knows it.
 *
 * @param name of the organisation; its DID where the register names none
 * @param country ISO 3166-1; absent where it is not known
 */
public record Party(String did, String name, Optional<String> country) {

    /** Name and country, for people. */
    Html html(Words words) {
        return Html.of(
                "<span class=\"party\">{}{}</span>",
                name,
                country.map(iso -> Html.of(" <span class=\"faint\">({})</span>", words.country(iso)))
                        .orElse(Html.NOTHING));
    }
}
