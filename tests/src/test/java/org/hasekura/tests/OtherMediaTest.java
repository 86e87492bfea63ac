package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the browser is what it has computed, since style sheets say one thing and forced colours another. */
@DisplayName("The main pages, in both languages,")
class OtherMediaTest {

    @TempDir
    static Path folder = Path.of("");

    private static Optional<DemoBrowser> demo = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        demo = Optional.of(DemoBrowser.start(folder));
    }

    @AfterAll
    static void stop() {
        demo.ifPresent(DemoBrowser::close);
    }

    /** Whatever of these is on the page and cannot be told from its ground. */
    private static final String LOST = """
            selector => [...document.querySelectorAll(selector)].filter(each => each.checkVisibility()).filter(each => {
                const own = getComputedStyle(each);
                const ground = (at => { for (; at; at = at.parentElement) {
                    const colour = getComputedStyle(at).backgroundColor;
                    if (!colour.endsWith(', 0)')) return colour; } return 'rgb(255, 255, 255)'; })(each);
                const isMute = each.textContent.trim() === '';
                return isMute ? each.matches('.chip, button, h1, h2') : own.color === ground;
            }).map(each => each.outerHTML.slice(0, 120))""";

    /** Whatever of these has neither a border nor a line around it that differs from the ground of the page. */
    private static final String BORDERLESS = """
            selector => [...document.querySelectorAll(selector)].filter(each => each.checkVisibility()).filter(each => {
                const own = getComputedStyle(each);
                return own.borderTopStyle === 'none' || parseFloat(own.borderTopWidth) === 0
                    || own.borderTopColor === getComputedStyle(document.body).backgroundColor;
            }).map(each => each.outerHTML.slice(0, 120))""";

    private interface Look {
        void at(Page page, String address);
    }

    private static void look(Page.EmulateMediaOptions media, Look look) {
        DemoBrowser it = demo.orElseThrow();
        Page page = it.open("DE", "/en/exchanges");
        String exchange = Optional.ofNullable(
                        page.locator("#ready + .table a").first().getAttribute("href"))
                .orElseThrow()
                .substring(3);
        page.emulateMedia(media);
        for (String path : List.of("/", "/exchanges", exchange, "/find", "/law?from=JP", "/send?from=DE&to=KE")) {
            for (String language : List.of("/en", "/ja")) {
                page.navigate(it.site("DE") + language + path);
                look.at(page, language + path);
            }
        }
        page.close();
    }

    private static List<?> found(Page page, String script, String selector) {
        return (List<?>) page.evaluate(script, selector);
    }

    @Test
    @DisplayName("keep text, borders and statuses under the reader's own colours, and show where the focus is")
    void forcedColors() {
        var lost = new ArrayList<String>();
        var chips = new int[1];
        look(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE), (page, address) -> {
            assertThat(page.evaluate("matchMedia('(forced-colors: active)').matches"))
                    .isEqualTo(true);
            chips[0] += page.locator(".chip").count();
            found(page, LOST, "h1, h2, main p, main td, main th, .chip, button, .button, main a")
                    .forEach(each -> lost.add(address + " cannot be read: " + each));
            found(
                            page,
                            BORDERLESS,
                            ".chip, .notice, main input:not([type=hidden], [type=checkbox], [type=radio]), main select, main button:not(.quiet)")
                    .forEach(each -> lost.add(address + " has no border: " + each));
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            if (page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                    .equals("none")) {
                lost.add(address + " does not show the focus");
            }
        });
        assertThat(lost).isEmpty();
        assertThat(chips[0]).as("statuses that were looked at").isGreaterThan(10);
    }

    @Test
    @DisplayName("are printed without what only a screen has, with their statuses, identifiers and addresses")
    void print() {
        var wrong = new ArrayList<String>();
        var addresses = new int[1];
        look(new Page.EmulateMediaOptions().setMedia(Media.PRINT), (page, address) -> {
            for (String gone : List.of(".menu", ".tools", ".crumbs", ".skip", "main .acts", "main form.form")) {
                for (Locator each : page.locator(gone).all()) {
                    if (each.isVisible()) {
                        wrong.add(address + " prints " + gone);
                    }
                }
            }
            if (!page.locator("h1").isVisible()) {
                wrong.add(address + " prints no heading");
            }
            found(page, LOST, "h1, h2, main p, main td, .chip")
                    .forEach(each -> wrong.add(address + " cannot be read: " + each));
            found(page, """
                    selector => [...document.querySelectorAll(selector)].filter(each => each.checkVisibility())
                        .filter(each => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline')
                        .map(each => each.outerHTML.slice(0, 120))""", "main code, main pre, main dd").forEach(each -> wrong.add(address + " cuts off: " + each));
            for (Object each : found(page, """
                    selector => [...document.querySelectorAll(selector)].filter(each => each.checkVisibility())
                        .map(each => [each.getAttribute('href'), getComputedStyle(each, '::after').content].join(' '))""", "main a[href^='http']")) {
                addresses[0]++;
                String[] both = each.toString().split(" ", 2);
                if (!both[1].contains(both[0])) {
                    wrong.add(address + " does not print the address " + both[0]);
                }
            }
            for (Locator each : page.locator("main .entries details pre").all()) {
                if (!Boolean.TRUE.equals(each.evaluate("it => it.checkVisibility({contentVisibilityAuto: true})"))) {
                    wrong.add(address + " prints an entry without what was logged");
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(addresses[0]).as("addresses of elsewhere that were printed").isPositive();
    }
}
