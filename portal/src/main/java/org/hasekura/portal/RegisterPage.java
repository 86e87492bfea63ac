package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;

/** A page about the register of a partnership: below the compass, and what lies between. */
interface RegisterPage extends Page {

    /** The pages between the compass and this one, the nearest last. */
    default List<Crumb> between(Words words) {
        return List.of();
    }

    @Override
    default List<Crumb> above(Words words) {
        var above = new ArrayList<Crumb>();
        above.add(new Crumb(PartnershipPages.COMPASS, words.say("partnership.compass")));
        above.addAll(between(words));
        return List.copyOf(above);
    }
}
