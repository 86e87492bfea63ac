package org.hasekura.partnership;

import java.time.LocalDate;

/** A meeting of a body of the partnership, for example the fourth Council. */
public record Meeting(String id, Phrase title, LocalDate day, String place) {}
