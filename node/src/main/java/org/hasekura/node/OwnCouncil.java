package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.document.Document;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.Change;
import org.hasekura.partnership.ChangeText;
import org.hasekura.partnership.Confirmation;
import org.hasekura.partnership.Draft;
import org.hasekura.partnership.ExportCsv;
import org.hasekura.partnership.ExportJson;
import org.hasekura.partnership.ImportWords;
import org.hasekura.partnership.Indicators;
import org.hasekura.partnership.Ledger;
import org.hasekura.partnership.LedgerJson;
import org.hasekura.partnership.Named;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Proposal;
import org.hasekura.partnership.ProposalsJson;
import org.hasekura.partnership.Read;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.Source;
import org.hasekura.partnership.Statement;
import org.hasekura.partnership.StatementImport;
import org.hasekura.portal.Council;
import org.hasekura.portal.Joining;
import org.hasekura.portal.NamedFile;
import org.hasekura.portal.Promises;

/**
 * The partnership register of this node, for its pages and its API: the one in the folder {@code partnership} of the data
 * folder, which the command changes, too. Statements on their way lie in {@code partnership/imports}.
 */
final class OwnCouncil implements Council {

    /** Mostly it is over by then, and the page tells of it at once. */
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private static final String IMPORTS = "imports";
    /** On the disk when the writing returns. */
    private static final OpenOption[] DURABLY = {
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC
    };

    private static final int DRAFT_BYTES_MAX = 32 << 20;
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9-]{0,63}";

    private final RegisterInUse register;
    private final Path folder;
    private final RegisterOffer offering;
    private final RegisterJoin join;
    private final Joinings joinings;
    private final Clock clock;

    OwnCouncil(RegisterInUse register, RegisterOffer offering, RegisterJoin join, Joinings joinings, Clock clock) {
        this.register = register;
        this.folder = register.folder();
        this.offering = offering;
        this.join = join;
        this.joinings = joinings;
        this.clock = clock;
    }

    /** What either changes, or says why not. */
    @FunctionalInterface
    private interface Doing {
        List<String> run() throws CommandFailed;
    }

    private static Done done(Doing doing) {
        try {
            return new Done.Well(doing.run());
        } catch (CommandFailed refused) {
            return new Done.Refused(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public Promises promises() {
        Optional<String> trouble = register.trouble();
        RegisterInUse.Now now = register.last();
        return new Promises(now.folder().compilation(), now.register(), indicators(), seat(), trouble);
    }

    /** Read when somebody asks for them: a node that nobody asks starts as fast as before. */
    private static Indicators indicators() {
        return Promises.shipped().indicators();
    }

    private Optional<Seat> seat() {
        try {
            if (!register.isOwn()) {
                return Optional.empty();
            }
            SecretariatKeys keys = SecretariatKeys.open(folder);
            return Optional.of(new Seat(keys.seat(), keys.publicKey(), offering.isOffered()));
        } catch (CommandFailed | StoreFailed _) {
            // Without its key the register is read and not changed; whoever changes it is told why.
            return Optional.empty();
        }
    }

    @Override
    public Done enter(List<Change> changes, String by, String reason) {
        return done(() -> told(entered(changes, by, reason)));
    }

    private List<Named> entered(List<Change> changes, String by, String reason) throws CommandFailed {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<Named> entered = RegisterFolder.alone(folder, () -> {
            SecretariatKeys keys = SecretariatKeys.open(folder);
            return new RegisterChanges(RegisterFolder.open(folder), keys)
                    .enter(changes, new Author(keys.seat(), by), now, reason);
        });
        offering.refresh(folder);
        return entered;
    }

    private static List<String> told(List<Named> entered) {
        return entered.stream()
                .map(each -> each.id().brief() + " " + each.event().change().subject() + ": "
                        + ChangeText.of(each.event().change()).en())
                .toList();
    }

    @Override
    public Done begin(Author.Seat seat) {
        return done(() -> {
            RegisterFolder.create(folder);
            SecretariatKeys.create(folder, seat);
            return List.of(seat.word() + " " + SecretariatKeys.open(folder).publicKey());
        });
    }

    @Override
    public Done trust(Author.Seat seat, String key) {
        return done(() -> {
            SecretariatKeys.trust(folder, seat, key);
            return List.of();
        });
    }

    @Override
    public Done join(NamedFile events) {
        return done(() -> {
            Ledger.Taken taken = join.take(events.bytes(), "`" + events.name() + "`");
            var lines = new ArrayList<>(told(taken.added()));
            taken.refused()
                    .forEach(each -> lines.add("refused: " + each.event().id().brief() + ": "
                            + each.why().en()));
            return lines;
        });
    }

    @Override
    public List<Joining> joinings() {
        return joinings.all();
    }

    @Override
    public Done sync(String peer) {
        return done(() -> {
            joinings.begin(peer);
            try {
                joinings.await(peer, MOMENT);
            } catch (InterruptedException _) {
                // The node is closing; joining is taken up the next time.
                Thread.currentThread().interrupt();
            }
            return List.of();
        });
    }

    @Override
    public Done offer(boolean namesPeople) {
        return done(() -> {
            offering.offer(RegisterFolder.open(folder), namesPeople);
            return List.of();
        });
    }

    @Override
    public List<Draft> drafts() {
        var drafts = new ArrayList<Draft>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(IMPORTS), "*.json")) {
            for (Path each : files) {
                if (ProposalsJson.draft(FileInput.bytes(each, DRAFT_BYTES_MAX)) instanceof Read.Done<Draft>(Draft it)) {
                    drafts.add(it);
                }
            }
        } catch (IOException | CommandFailed _) {
            // No statement is on its way, or one went away meanwhile.
            return drafts;
        }
        drafts.sort(java.util.Comparator.comparing(Draft::id));
        return drafts;
    }

    @Override
    public Done propose(NamedFile upload, String instrument, PartialDate made, Source document) {
        return done(() -> {
            Register now = register.now().register();
            if (!now.instruments().containsKey(instrument)) {
                throw new CommandFailed("the register has no instrument `" + instrument + "`");
            }
            if (!document.id().matches(ID) || draft(document.id()).isPresent()) {
                throw new CommandFailed("`" + document.id() + "` is taken, or no id of letters, digits and dashes");
            }
            Statement statement = StatementFiles.read(upload.bytes(), "`" + upload.name() + "`");
            List<Proposal> proposals = new StatementImport(ImportWords.load(), now).propose(statement, made.last());
            write(Draft.of(instrument, made, document, proposals));
            return List.of(statement.sentences().size() + " sentences", proposals.size() + " proposals");
        });
    }

    @Override
    public Done keep(Draft draft) {
        return done(() -> {
            write(draft);
            return List.of();
        });
    }

    private void write(Draft draft) throws CommandFailed {
        RegisterFolder.alone(folder, () -> {
            Path file = file(draft.id());
            Path next = file.resolveSibling(draft.id() + ".next");
            try {
                Files.createDirectories(folder.resolve(IMPORTS));
                Files.write(next, ProposalsJson.write(draft).getBytes(StandardCharsets.UTF_8), DURABLY);
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new CommandFailed("`" + file + "` cannot be written, and is as it was: " + e.getMessage());
            }
            return file;
        });
    }

    private Path file(String id) {
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("`" + id + "` is no id of a draft");
        }
        return folder.resolve(IMPORTS).resolve(id + ".json");
    }

    @Override
    public Done confirm(String id, String by, String reason) {
        return done(() -> {
            Draft draft = draft(id).orElseThrow(() -> new CommandFailed("there is no import `" + id + "`"));
            Confirmation confirmation = draft.confirmation()
                    .orElseThrow(() -> new CommandFailed(draft.waiting()
                            + " proposals wait for a decision; nothing is entered, and nothing left out, by itself"));
            List<Change> changes = confirmation.changes(register.now().register());
            List<Named> entered = changes.isEmpty() ? List.of() : entered(changes, by, reason);
            over(id);
            return told(entered);
        });
    }

    /** What was decided is kept beside those that are on their way. */
    private void over(String id) throws CommandFailed {
        try {
            Files.move(file(id), folder.resolve(IMPORTS).resolve(id + ".done"), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException _) {
            // Somebody else has just confirmed it, too; every change was entered once, since ids are taken once.
        } catch (IOException e) {
            throw new CommandFailed("`" + id + "` was entered and still stands among the imports: " + e.getMessage());
        }
    }

    @Override
    public byte[] paper(Paper paper) {
        RegisterInUse.Now now = register.last();
        Language language = paper.language() == org.hasekura.portal.Language.JA ? Language.ja : Language.en;
        Document document = paper.side()
                .map(side -> Briefing.of(side, now.register(), indicators(), paper.day(), paper.since(), language))
                .orElseGet(() -> JointReport.of(
                        now.folder().compilation(),
                        now.register(),
                        indicators(),
                        paper.day(),
                        paper.since(),
                        language));
        return PaperFormat.valueOf(paper.format().name()).bytes(document);
    }

    @Override
    public List<NamedFile> openData() {
        RegisterInUse.Now now = register.last();
        return List.of(
                new NamedFile(
                        "register.json",
                        "application/json",
                        utf8(ExportJson.write(now.folder().compilation(), now.register()))),
                new NamedFile(
                        "register.csv",
                        "text/csv; charset=utf-8",
                        utf8(ExportCsv.write(now.register().all(), now.register()))),
                new NamedFile(
                        "register.jsonld",
                        "application/ld+json",
                        utf8(ExportJson.dcat(now.folder().compilation(), now.register(), ""))),
                new NamedFile(
                        RegisterFolder.EVENTS,
                        "application/x-ndjson",
                        LedgerJson.write(now.folder().ledger())));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
