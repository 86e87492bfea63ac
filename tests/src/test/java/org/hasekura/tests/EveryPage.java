package org.hasekura.tests;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hasekura.portal.Portal;
import org.hasekura.portal.PortalRoute;
import org.hasekura.portal.Ports;
import org.hasekura.portal.Role;
import org.hasekura.portal.Sessions;

/**
 * An address of every page of the portal, found by following links of the demonstration as somebody of each role would. A page that
 * no link leads to is not found, and is missed.
 *
 * @param addresses by the pattern of the page's route: in which role it was met, and where
 */
record EveryPage(Map<String, Met> addresses) {

    /**
     * Where a page was met.
     *
     * @param country of the node
     * @param path without language
     */
    record Met(String country, Role role, String path) {}

    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"/en(/[^\"#]*)");
    private static final int VISITS_MAX = 400;

    /** So many of a kind are followed: the next may lead where the first does not. */
    private static final int OF_A_KIND = 16;

    EveryPage {
        addresses = Map.copyOf(addresses);
    }

    /** All routes that show something, from the portal itself: a new one is among them by itself. */
    static List<PortalRoute> routes() {
        Portal portal = new Portal(
                nobody(),
                new Sessions(Clock.systemUTC(), new SplittableRandom(1)),
                Clock.systemUTC(),
                new SplittableRandom(2),
                new Portal.Setup("none", false, ZoneOffset.UTC));
        return portal.routes().stream().filter(route -> !route.isPost()).toList();
    }

    /** Ports behind which nobody is: the routes are only listed. */
    private static Ports nobody() {
        try {
            RecordComponent[] ports = Ports.class.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(ports).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] none = Arrays.stream(types)
                    .map(type ->
                            Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> {
                                throw new IllegalStateException("nobody answers `" + method.getName() + "`");
                            }))
                    .toArray();
            return Ports.class.getDeclaredConstructor(types).newInstance(none);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the ports are a record of interfaces", e);
        }
    }

    /**
     * Follows links of the node in that country in each of the roles; ends in the role of a provider.
     *
     * @param seeds where to begin beside the start page
     */
    EveryPage and(DemoBrowser demo, String country, List<Role> roles, List<String> seeds) {
        List<PortalRoute> wanted = routes();
        Map<String, Met> met = new LinkedHashMap<>(addresses);
        Page page = demo.open(country, "/en/");
        for (Role role : roles) {
            page.navigate(demo.site(country) + "/en/");
            DemoBrowser.act(page, role.name());
            follow(demo, country, role, seeds, wanted, met);
        }
        page.navigate(demo.site(country) + "/en/");
        DemoBrowser.act(page, Role.PROVIDER.name());
        page.close();
        return new EveryPage(met);
    }

    private static void follow(
            DemoBrowser demo,
            String country,
            Role role,
            List<String> seeds,
            List<PortalRoute> wanted,
            Map<String, Met> met) {
        BrowserContext people = demo.people(country);
        Set<String> seen = new LinkedHashSet<>(seeds);
        seen.add("/");
        Map<String, Integer> ofKind = new HashMap<>();
        var waiting = new ArrayDeque<>(seen);
        for (int visits = 0; visits < VISITS_MAX && !waiting.isEmpty(); visits++) {
            String path = waiting.remove();
            APIResponse answer = people.request().get(demo.site(country) + "/en" + path);
            boolean isPage = answer.status() == 200
                    && answer.headers().getOrDefault("content-type", "").startsWith("text/html")
                    && !answer.headers().containsKey("content-disposition");
            if (!isPage) {
                continue;
            }
            pattern(path, wanted).ifPresent(each -> met.putIfAbsent(each, new Met(country, role, path)));
            for (String link : links(answer.text())) {
                Optional<String> kind = pattern(link, wanted);
                if (kind.isPresent() && seen.add(link) && ofKind.merge(kind.get(), 1, Integer::sum) <= OF_A_KIND) {
                    waiting.add(link);
                }
            }
        }
    }

    private static List<String> links(String html) {
        Matcher link = LINK.matcher(html);
        var links = new ArrayList<String>();
        while (link.find()) {
            links.add(link.group(1).replace("&amp;", "&"));
        }
        return links;
    }

    private static Optional<String> pattern(String path, List<PortalRoute> wanted) {
        String plain = URLDecoder.decode(path.split("\\?", 2)[0], StandardCharsets.UTF_8);
        return wanted.stream()
                .filter(route -> route.match(plain).isPresent())
                .map(PortalRoute::pattern)
                .findFirst();
    }
}
