package org.hasekura.exchange;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hasekura.policy.Offer;

/**
 * A peer's dataset, as a consumer needs it. Titles and descriptions are by language tag, {@code und} where the peer
 * names none.
 *
 * @param personal whether it says that these are personal data, or that they are not
 * @param offers those that can be read; perhaps none
 * @param unread the offers that cannot, for instance because they compare by an operator that ODRL does not have
 */
public record DatasetView(
        String id,
        Map<String, String> titles,
        Map<String, String> descriptions,
        List<String> keywords,
        List<String> themes,
        List<String> countries,
        Optional<Boolean> personal,
        Optional<String> licence,
        Shape shape,
        List<Offer> offers,
        List<Form> forms,
        List<CatalogView.Unread> unread)
        implements Described {
    /** One of which nothing is said about its records. */
    public DatasetView(
            String id,
            Map<String, String> titles,
            Map<String, String> descriptions,
            List<String> keywords,
            List<String> themes,
            List<String> countries,
            Optional<Boolean> personal,
            Optional<String> licence,
            List<Offer> offers,
            List<Form> forms,
            List<CatalogView.Unread> unread) {
        this(
                id,
                titles,
                descriptions,
                keywords,
                themes,
                countries,
                personal,
                licence,
                Shape.NONE,
                offers,
                forms,
                unread);
    }

    public DatasetView {
        titles = Map.copyOf(titles);
        descriptions = Map.copyOf(descriptions);
        keywords = List.copyOf(keywords);
        themes = List.copyOf(themes);
        countries = List.copyOf(countries);
        offers = List.copyOf(offers);
        forms = List.copyOf(forms);
        unread = List.copyOf(unread);
    }

    /**
     * One form in which the dataset is to be had: a DCAT distribution.
     *
     * @param format compared as text with the format of a transfer request
     * @param endpoint the DSP base address to negotiate at; absent where the peer only names a service it does not describe
     * @param bytes the size, where the peer tells it
     */
    public record Form(String format, Optional<URI> endpoint, Optional<String> mediaType, OptionalLong bytes) {}

    public Optional<Form> form(String format) {
        return forms.stream().filter(each -> each.format().equals(format)).findFirst();
    }

    public Optional<Offer> offer(String offerId) {
        return offers.stream().filter(each -> each.id().equals(offerId)).findFirst();
    }
}
