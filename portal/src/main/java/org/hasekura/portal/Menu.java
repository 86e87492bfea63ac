package org.hasekura.portal;

import java.util.List;

/** What stands in the menu of each role: at most seven pages, those that they need. */
final class Menu {

    /** The address of a page and the message that names it. */
    record Item(String path, String key) {}

    private static final Item START = new Item("/", "menu.start");
    private static final Item LAW = new Item("/law", "law.title");
    private static final Item FIND = new Item("/find", "menu.find");
    private static final Item OFFERS = new Item("/offers", "menu.offers");
    private static final Item PARTICIPANTS = new Item("/participants", "menu.participants");
    private static final Item WORK = new Item("/", "menu.work");

    private static final Item PARTNERSHIP = new Item(PartnershipPages.COMPASS, "menu.partnership");

    private static final Item SECRETARIAT = new Item(SecretariatPage.PATH, "partnership.secretariat");
    private static final Item MEETINGS = new Item(MeetingsPage.PATH, "partnership.meetings");

    private static final Item AUDIT = new Item(AuditPage.PATH, "regulator.title");
    private static final Item RESILIENCE = new Item(DependencePage.PATH, "analyst.title");
    private static final Item AUTONOMY = new Item(PartnershipPages.AUTONOMY, "partnership.autonomy");
    private static final Item COOPERATION = new Item(ReadinessPage.PATH, "agency.title");
    private static final Item CHANGES = new Item("/law/changes", "changes.title");

    private static final Item LIMITS = new Item(LimitsPage.PATH, "limits.title");

    private static final Item EXCHANGES = new Item("/exchanges", "menu.exchanges");
    private static final Item NODE = new Item("/node", "menu.node");
    private static final Item ACCOUNTS = new Item("/accounts", "menu.accounts");

    private Menu() {}

    static List<Item> of(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Guest _ -> List.of(START, LAW, PARTNERSHIP);
            case Viewer.Person person ->
                switch (person.acting()) {
                    case PROVIDER, CONSUMER, COMPLIANCE ->
                        List.of(WORK, EXCHANGES, FIND, OFFERS, PARTICIPANTS, LAW, PARTNERSHIP);
                    case REGULATOR -> List.of(WORK, AUDIT, EXCHANGES, PARTICIPANTS, LAW, PARTNERSHIP, NODE);
                    case OPERATOR -> List.of(WORK, EXCHANGES, OFFERS, PARTICIPANTS, LIMITS, NODE, ACCOUNTS);
                    case SECRETARIAT -> List.of(WORK, SECRETARIAT, PARTNERSHIP, MEETINGS, EXCHANGES, FIND, LAW);
                    case ANALYST -> List.of(WORK, RESILIENCE, AUTONOMY, FIND, LAW);
                    case AUTHORITY -> List.of(WORK, LIMITS, EXCHANGES, PARTICIPANTS, LAW, CHANGES, RESILIENCE);
                    case AGENCY -> List.of(WORK, COOPERATION, PARTNERSHIP, EXCHANGES, PARTICIPANTS, LAW);
                };
        };
    }
}
