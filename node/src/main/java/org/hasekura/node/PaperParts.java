package org.hasekura.node;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.hasekura.document.Block;
import org.hasekura.document.Text;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.ChangeText;
import org.hasekura.partnership.Named;
import org.hasekura.partnership.Phrase;
import org.hasekura.partnership.Register;

/** The pieces of a paper on the register, in the order in which they are added. */
final class PaperParts {

    private final Language language;
    private final List<Block> blocks = new ArrayList<>();

    PaperParts(Language language) {
        this.language = language;
    }

    List<Block> blocks() {
        return blocks;
    }

    Locale locale() {
        return language.locale();
    }

    org.hasekura.document.Language documentLanguage() {
        return language == Language.ja
                ? org.hasekura.document.Language.JAPANESE
                : org.hasekura.document.Language.ENGLISH;
    }

    String say(String english, String japanese) {
        return new Phrase(english, japanese).in(locale());
    }

    void add(Block block) {
        blocks.add(block);
    }

    void section(String english, String japanese) {
        add(Block.section(say(english, japanese)));
    }

    void paragraph(String english, String japanese) {
        add(Block.paragraph(say(english, japanese)));
    }

    /** A table, or what is said in place of one without rows. */
    void table(String caption, List<String> heads, List<List<Text>> rows, String otherwise) {
        add(rows.isEmpty() ? Block.paragraph(otherwise) : new Block.Table(caption, heads, rows));
    }

    static List<Text> row(String... cells) {
        return List.of(cells).stream().map(Text::of).toList();
    }

    /** What was entered after a day, up to and with another. */
    static List<Named> entered(Register register, LocalDate after, LocalDate until, Predicate<Author.Seat> by) {
        return register.events().inOrder().stream()
                .filter(each -> by.test(each.event().author().seat()))
                .filter(each -> day(each).isAfter(after) && !day(each).isAfter(until))
                .toList();
    }

    private static LocalDate day(Named each) {
        return each.event().at().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    void changes(String caption, List<Named> changes, String otherwise) {
        table(
                caption,
                List.of(say("day", "日付"), say("about", "対象"), say("what", "内容"), say("by", "登録者"), say("reason", "理由")),
                changes.stream()
                        .map(each -> row(
                                day(each).toString(),
                                each.event().change().subject(),
                                ChangeText.of(each.event().change()).in(locale()),
                                each.event().author().name() + " ("
                                        + each.event().author().seat().word() + ")",
                                each.event().reason()))
                        .toList(),
                otherwise);
    }
}
