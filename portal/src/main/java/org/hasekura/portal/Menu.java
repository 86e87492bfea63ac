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

    private Menu() {}

    static List<Item> of(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Guest _ -> List.of(START, LAW, PARTNERSHIP);
            case Viewer.Person person ->
                switch (person.acting()) {
                    case PROVIDER, CONSUMER, COMPLIANCE, REGULATOR, OPERATOR ->
                        List.of(WORK, FIND, OFFERS, PARTICIPANTS, LAW, PARTNERSHIP);
                };
        };
    }
}
