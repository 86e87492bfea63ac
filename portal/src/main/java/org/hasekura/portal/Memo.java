package org.hasekura.portal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.document.Block;
import org.hasekura.document.Document;
import org.hasekura.document.Docx;
import org.hasekura.document.Pdf;
import org.hasekura.document.Text;
import org.hasekura.law.Condition;
import org.hasekura.law.Duty;
import org.hasekura.law.Provision;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;

/** An answer to keep: the question with every fact, the verdict, its grounds, and by which data and software it was given. */
final class Memo {

    private static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private Memo() {}

    static Reply pdf(Asked request, LawDays law) {
        return file(request, law, "pdf", "application/pdf");
    }

    static Reply docx(Asked request, LawDays law) {
        return file(request, law, "docx", DOCX_TYPE);
    }

    private static Reply file(Asked request, LawDays law, String kind, String mediaType) {
        SendPage page = SendPage.of(law, request.query(), request.view().today());
        if (page.answer().isEmpty()) {
            return new Reply.Nothing();
        }
        Sending sending = page.asked().orElseThrow();
        Document memo = of(sending, page.answer().get().ruling(), request.view());
        String name = "memo-" + sending.from() + "-" + sending.to() + "-" + sending.day() + "."
                + request.view().language().code() + "." + kind;
        return new Reply.Given(name, mediaType, sink -> sink.write(kind.equals("pdf") ? Pdf.of(memo) : Docx.of(memo)));
    }

    static Document of(Sending sending, Ruling ruling, View view) {
        Words words = view.words();
        var blocks = new ArrayList<Block>();
        blocks.add(Block.paragraph(SendPage.question(sending, words)));
        blocks.add(Block.paragraph(words.say(
                "memo.dated",
                "day",
                words.day(sending.day()),
                "made",
                words.day(view.today()),
                "organisation",
                view.about().organisation())));
        blocks.add(new Block.Note(
                weight(ruling),
                words.say("verdict." + LawTexts.verdict(ruling)),
                Text.of(words.say("verdict-says." + LawTexts.verdict(ruling)))));
        blocks.add(new Block.Note(
                Block.Weight.CAUTION, words.say("memo.no-advice"), Text.of(words.say("memo.no-advice-why"))));
        blocks.add(Block.section(words.say("send.because")));
        blocks.add(grounds(ruling, view));
        hangsOn(ruling, view, blocks);
        if (!ruling.duties().isEmpty()) {
            blocks.add(Block.section(words.say(ruling.allows() ? "send.duties" : "send.duties-if")));
            blocks.add(duties(ruling, view));
        }
        blocks.add(Block.section(words.say("memo.facts")));
        blocks.add(facts(sending, view));
        blocks.add(Block.section(words.say("memo.how")));
        blocks.add(Block.paragraph(words.say(
                "memo.made",
                "day",
                words.day(sending.day()),
                "version",
                ruling.lawData(),
                "software",
                ruling.software(),
                "sure",
                LawTexts.code(view.language(), ruling.confidence().code()))));
        blocks.add(Block.paragraph(words.say("send.command")));
        blocks.add(Block.paragraph(sending.command()));
        return new Document(
                words.say("memo.title"),
                view.language() == Language.JA
                        ? org.hasekura.document.Language.JAPANESE
                        : org.hasekura.document.Language.ENGLISH,
                view.today(),
                "hasekura:memo:"
                        + Integer.toHexString(java.util.Arrays.hashCode(
                                (sending.query() + ruling.lawData()).getBytes(StandardCharsets.UTF_8))),
                words.say("memo.header", "organisation", view.about().organisation()),
                words.say("memo.no-advice"),
                blocks);
    }

    private static Block.Weight weight(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Permitted _ -> Block.Weight.GOOD;
            case Ruling.PermittedIf _, Ruling.Undecided _ -> Block.Weight.CAUTION;
            case Ruling.Forbidden _ -> Block.Weight.BAD;
        };
    }

    private static Block grounds(Ruling ruling, View view) {
        Words words = view.words();
        var rows = new ArrayList<List<Text>>();
        for (Provision ground : RulingView.distinct(ruling.grounds())) {
            rows.add(List.of(
                    cited(ground, view),
                    Text.of(LawTexts.name(view.language(), ground)),
                    Text.of(ground.inForceFrom().map(words::day).orElse("–")),
                    Text.of(LawTexts.code(view.language(), ground.confidence().code()))));
        }
        return new Block.Table(
                words.say("memo.grounds"),
                List.of(
                        words.say("law.provision"),
                        words.say("law.says"),
                        words.say("law.from"),
                        words.say("law.sure")),
                rows);
    }

    private static Text cited(Provision provision, View view) {
        Optional<String> link = LawTexts.official(provision);
        String citation = LawTexts.citation(view.language(), provision);
        return link.isPresent() && isUri(link.get())
                ? Text.of("").andLink(citation, URI.create(link.get()))
                : Text.of(citation);
    }

    private static boolean isUri(String text) {
        try {
            return URI.create(text).isAbsolute();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static void hangsOn(Ruling ruling, View view, List<Block> blocks) {
        List<Text> items = switch (ruling) {
            case Ruling.Permitted _ -> List.of();
            case Ruling.PermittedIf conditional ->
                conditional.conditions().stream()
                        .distinct()
                        .map(each -> condition(each, view))
                        .toList();
            case Ruling.Forbidden forbidden ->
                forbidden.cures().stream()
                        .distinct()
                        .map(each -> condition(each, view))
                        .toList();
            case Ruling.Undecided open ->
                open.missingFacts().stream().map(each -> question(each, view)).toList();
        };
        if (!items.isEmpty()) {
            blocks.add(Block.section(view.words().say("send.hangs." + LawTexts.verdict(ruling))));
            blocks.add(new Block.Points(false, items));
        }
    }

    private static Text condition(Condition condition, View view) {
        return Text.of(LawTexts.either(view.language(), condition.textEn(), condition.textJa()) + " ["
                + LawTexts.citation(view.language(), condition.provision()) + "]");
    }

    private static Text question(Question question, View view) {
        return Text.of(LawTexts.either(view.language(), question.textEn(), question.textJa()));
    }

    private static Block duties(Ruling ruling, View view) {
        Words words = view.words();
        Language language = view.language();
        var rows = new ArrayList<List<Text>>();
        for (Duty duty : ruling.duties().stream().distinct().toList()) {
            rows.add(List.of(
                    Text.of(TermsPanel.who(duty.who(), words)),
                    Text.of(LawTexts.either(language, duty.whatEn(), duty.whatJa())),
                    Text.of(LawTexts.either(
                            language, duty.until().textEn(), duty.until().textJa())),
                    cited(duty.provision(), view)));
        }
        return new Block.Table(
                words.say("memo.duties"),
                List.of(
                        words.say("memo.who"),
                        words.say("memo.does"),
                        words.say("memo.until"),
                        words.say("law.provision")),
                rows);
    }

    private static Block facts(Sending sending, View view) {
        Words words = view.words();
        Language language = view.language();
        return new Block.Definitions(List.of(
                said(words.say("send.from"), party(sending.from(), sending.fromRole(), sending.fromKind(), view)),
                said(words.say("send.to"), party(sending.to(), sending.toRole(), sending.toKind(), view)),
                said(words.say("send.data"), list(sending.data(), view)),
                said(words.say("send.purpose"), LawTexts.code(language, sending.purpose())),
                said(words.say("send.tools"), list(sending.tools(), view)),
                said(
                        words.say("send.assessment"),
                        sending.assessment().isEmpty()
                                ? words.say("send.none")
                                : LawTexts.code(language, sending.assessment())),
                said(words.say("send.laws"), list(sending.laws(), view)),
                said(words.say("send.certified"), list(sending.certified(), view))));
    }

    private static Block.Definition said(String term, String words) {
        return new Block.Definition(term, Text.of(words));
    }

    private static String party(String country, String role, String kind, View view) {
        String comma = view.words().say("list.comma");
        return view.words().country(country)
                + comma
                + LawTexts.code(view.language(), role)
                + comma
                + LawTexts.code(view.language(), kind);
    }

    private static String list(List<String> values, View view) {
        return values.isEmpty()
                ? view.words().say("send.none")
                : String.join(
                        view.words().say("list.comma"),
                        values.stream()
                                .map(each -> SendForm.meaning(each, view))
                                .toList());
    }
}
