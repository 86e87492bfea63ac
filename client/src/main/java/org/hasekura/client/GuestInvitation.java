package org.hasekura.client;

import java.time.LocalDate;

/**
 * Who is invited, and to what: what has to be said. What else can be is written by {@link NodeClient#connection()}.
 *
 * @param country where the organisation is seated, ISO 3166-1
 * @param email of its person, where the code goes
 * @param source where all this is known from; never their own word
 * @param until the last day of the link
 * @param downloads how often the data may be fetched
 */
public record GuestInvitation(
        String dataset,
        String organisation,
        String country,
        String email,
        String source,
        LocalDate until,
        int downloads) {}
