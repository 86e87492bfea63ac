package org.hasekura.node;

import java.io.IOException;

/** The way to people's mailboxes. */
interface Mail {

    /**
     * Hands a message of plain text to the mail server.
     *
     * @throws IOException when it was not taken: nobody gets it
     */
    void send(String to, String subject, String text) throws IOException;
}
