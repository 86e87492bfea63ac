package org.hasekura.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.hasekura.delivery.Contents;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Description;
import org.hasekura.exchange.Proposal;
import org.hasekura.exchange.Shape;

/** Finds the bytes of what somebody would publish, and keeps those that lie nowhere else. */
final class Sources {

    private static final long CONTENT_BYTES_MAX = 1L << 40;

    private final DataFolder folder;
    private final PublishedFiles published;
    private final ApiAnswers apis;
    private final List<Path> folders;

    /** @param folders in which folders may be offered whole */
    Sources(DataFolder folder, PublishedFiles published, ApiAnswers apis, List<Path> folders) {
        this.apis = apis;
        this.folder = folder;
        this.folders = List.copyOf(folders);
        this.published = published;
    }

    /**
     * Length and hash of the bytes, and where they lie from now on.
     *
     * @throws IOException when they cannot be had or may not be offered, in words
     */
    Dataset.Content content(Description description, Description.Source source) throws IOException {
        return switch (source) {
            case Description.Source.File(String path) -> {
                Path file = Path.of(path).toAbsolutePath().normalize();
                String name = String.valueOf(file.getFileName());
                yield content(own(file), name, description.mediaType().orElseGet(() -> mediaType(name)));
            }
            case Description.Source.Folder(String path) -> {
                Path place = Path.of(path).toAbsolutePath().normalize();
                FolderArchive archive = FolderArchive.of(place, folders, published.bytesMax());
                yield content(
                        published.kept(archive::writeTo),
                        place.getFileName() + ".zip",
                        description.mediaType().orElse("application/zip"));
            }
            case Description.Source.Typed(String text) -> {
                Description.Source.Kept kept = kept(description.id(), text);
                yield content(description, kept);
            }
            case Description.Source.Kept(String sha256, String name) ->
                content(
                        published
                                .find(sha256)
                                .orElseThrow(
                                        () -> new IOException(
                                                "the node does not keep `" + name
                                                        + "` any more: what is not published within a day is removed; choose it again")),
                        name,
                        description.mediaType().orElseGet(() -> mediaType(name)));
            case Description.Source.Api(URI address, var authorization) -> {
                ApiAnswers.Fetched fetched = apis.fetched(address, authorization);
                String name = nameOf(address, description.id());
                String type = description.mediaType().or(fetched::mediaType).orElseGet(() -> mediaType(name));
                yield content(fetched.file(), name, type);
            }
        };
    }

    /**
     * What the bytes of a source look like at their beginning; empty where that cannot be told, or they lie elsewhere.
     *
     * @throws IOException when they cannot be had or may not be offered, in words
     */
    Optional<Shape> proposal(Description.Source source) throws IOException {
        return switch (source) {
            case Description.Source.File(String path) -> {
                Path file = Path.of(path).toAbsolutePath().normalize();
                yield Proposals.of(own(file), String.valueOf(file.getFileName()));
            }
            case Description.Source.Typed(String text) -> Proposal.ofCsv(text);
            case Description.Source.Kept(String sha256, String name) -> {
                Optional<Path> file = published.find(sha256);
                yield file.isEmpty() ? Optional.empty() : Proposals.of(file.get(), name);
            }
            case Description.Source.Folder _, Description.Source.Api _ -> Optional.empty();
        };
    }

    /** A source that can be kept as it is written: typed text becomes a file of the node's, and what opens an address is left out. */
    Optional<Description.Source> keepable(Description description) throws IOException {
        return switch (description.source()) {
            case Optional<Description.Source> source when source.isEmpty() -> source;
            case Optional<Description.Source> source ->
                Optional.of(
                        switch (source.get()) {
                            case Description.Source.Typed(String text) -> kept(description.id(), text);
                            case Description.Source.Api(URI address, var _) ->
                                new Description.Source.Api(address, Optional.empty());
                            case Description.Source.File file -> file;
                            case Description.Source.Folder archive -> archive;
                            case Description.Source.Kept kept -> kept;
                        });
        };
    }

    /** A file that somebody brought is in use from now on; says whether it only waited until then. */
    boolean use(Description.Source source) throws IOException {
        return source instanceof Description.Source.Kept(String sha256, var _) && published.use(sha256);
    }

    /** The same file is not used after all. */
    void waitAgain(Description.Source source) throws IOException {
        if (source instanceof Description.Source.Kept(String sha256, var _)) {
            published.waitAgain(sha256);
        }
    }

    /** A file that somebody brought waits from now on. */
    void renew(Description.Source source) throws IOException {
        if (source instanceof Description.Source.Kept(String sha256, var _)) {
            published.renew(sha256);
        }
    }

    /** Removes files that were brought and never published. */
    int tidy(Predicate<String> stays) throws IOException {
        return published.tidy(stays);
    }

    /** Where the bytes of a dataset lie, as a source to publish it again from. */
    Description.Source source(Dataset.Content content) {
        return published
                .find(content.sha256())
                .filter(kept -> content.location().equals(kept.toString()))
                .<Description.Source>map(_ -> new Description.Source.Kept(content.sha256(), content.fileName()))
                .orElseGet(() -> new Description.Source.File(content.location()));
    }

    private Description.Source.Kept kept(String id, String text) throws IOException {
        Path file = published.kept(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return new Description.Source.Kept(String.valueOf(file.getFileName()), id + ".csv");
    }

    /** Keys and other people's data lie in the node's own folder: nothing of it is offered by its path. */
    private Path own(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is no file");
        }
        if (file.toRealPath().startsWith(folder.path("").toRealPath())) {
            throw new IOException("it lies in the node's own folder, of which nothing is offered");
        }
        return file;
    }

    private static Dataset.Content content(Path file, String name, String mediaType) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Contents.Described described = Contents.describe(in, CONTENT_BYTES_MAX)
                    .orElseThrow(() -> new IOException("it is longer than " + CONTENT_BYTES_MAX + " bytes"));
            return new Dataset.Content(file.toString(), mediaType, name, described.bytes(), described.sha256());
        }
    }

    /** The last step of the path, where it can be the name of a file. */
    private static String nameOf(URI address, String id) {
        String path = Optional.ofNullable(address.getPath()).orElse("");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}") ? last : id;
    }

    private static String mediaType(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "csv" -> "text/csv";
            case "json" -> "application/json";
            case "ndjson", "jsonl" -> "application/x-ndjson";
            case "txt" -> "text/plain";
            case "xml" -> "application/xml";
            case "zip" -> "application/zip";
            case "pdf" -> "application/pdf";
            default -> "application/octet-stream";
        };
    }
}
