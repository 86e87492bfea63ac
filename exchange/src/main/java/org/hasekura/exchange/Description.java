package org.hasekura.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.policy.Offer;

/**
 * What somebody says of a dataset who would put it on offer: by a form, a file or a program, it is the same. It may lack what a
 * dataset needs; what that is is told before it is published.
 *
 * @param titles by language tag, as {@code descriptions}
 * @param facts in the words of the law's cases
 * @param mediaType absent where it goes by the name of the file
 */
public record Description(
        String id,
        Map<String, String> titles,
        Map<String, String> descriptions,
        List<String> keywords,
        List<String> themes,
        List<String> countries,
        Optional<String> licence,
        Map<String, String> facts,
        List<Offer> offers,
        Dataset.Answering answering,
        Visibility visibility,
        Shape shape,
        Optional<Source> source,
        Optional<String> mediaType) {

    public Description {
        titles = Map.copyOf(titles);
        descriptions = Map.copyOf(descriptions);
        keywords = List.copyOf(keywords);
        themes = List.copyOf(themes);
        countries = List.copyOf(countries);
        facts = Map.copyOf(facts);
        offers = List.copyOf(offers);
    }

    /** Where the bytes of a dataset come from. */
    public sealed interface Source {

        /** An address that a request can go to; names and passwords do not belong into it. */
        static Optional<URI> address(String text) {
            try {
                return Optional.of(new URI(text))
                        .filter(each -> text.length() <= ADDRESS_MAX && text.matches("https?://.+"))
                        .filter(each -> Optional.ofNullable(each.getHost()).isPresent()
                                && Optional.ofNullable(each.getRawUserInfo()).isEmpty());
            } catch (URISyntaxException _) {
                return Optional.empty();
            }
        }

        /** A file on the node's machine, by its path. */
        record File(String path) implements Source {}

        /** A folder on the node's machine, with all that is in it, as one archive: as it is when it is published. */
        record Folder(String path) implements Source {}

        /** Text that was typed or pasted, such as rows of CSV. */
        record Typed(String text) implements Source {}

        /**
         * Bytes that the node keeps already, under their hash.
         *
         * @param sha256 lower-case hex
         */
        record Kept(String sha256, String fileName) implements Source {}

        /**
         * What an address of the web answers when it is published; it is not asked again.
         *
         * @param authorization the header with which it is asked, this once; kept nowhere
         */
        record Api(URI address, Optional<String> authorization) implements Source {

            /** Without what opens it. */
            @Override
            public String toString() {
                return "Api[" + address + "]";
            }
        }
    }

    /** Of an address that is asked. */
    private static final int ADDRESS_MAX = 2_000;

    /** The same with another source. */
    public Description from(Source other) {
        return with(visibility, Optional.of(other));
    }

    /** The same shown to others. */
    public Description shownTo(Visibility others) {
        return with(others, source);
    }

    private Description with(Visibility newVisibility, Optional<Source> newSource) {
        return new Description(
                id,
                titles,
                descriptions,
                keywords,
                themes,
                countries,
                licence,
                facts,
                offers,
                answering,
                newVisibility,
                shape,
                newSource,
                mediaType);
    }

    /** The dataset that it describes, with the bytes that were found at its source. */
    public Dataset published(Dataset.Content content, Instant at, long version) {
        return new Dataset(
                id,
                titles,
                descriptions,
                keywords,
                themes,
                countries,
                licence,
                facts,
                offers,
                answering,
                visibility,
                shape,
                content,
                at,
                Optional.empty(),
                version);
    }
}
