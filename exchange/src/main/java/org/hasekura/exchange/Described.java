package org.hasekura.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said of a dataset so that people can find it, whoever offers it. DCAT 3. */
public sealed interface Described permits Dataset, DatasetView, Listed {

    String id();

    /** By language tag. */
    Map<String, String> titles();

    /** By language tag. */
    Map<String, String> descriptions();

    List<String> keywords();

    /** Codes or addresses as {@link Theme} reads them. */
    List<String> themes();

    /** What it says itself that it is about: ISO 3166-1 alpha-2. */
    List<String> countries();

    /** Whether it says that these are personal data, or that they are not. */
    Optional<Boolean> personal();

    Optional<String> licence();

    /** What its records look like, as far as that is said. */
    Shape shape();
}
