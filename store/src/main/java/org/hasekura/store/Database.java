package org.hasekura.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One database that a node keeps everything in, as connections that are set up and checked.
 *
 * <p>The implementations differ only in what they demand of the server and in how they keep a second node away; the SQL
 * is the same text for all.
 */
public interface Database extends AutoCloseable {

    /**
     * Opens the one connection that writes. It is durable at each commit, and while it is open no other node can open
     * the same database.
     *
     * @throws UnfitDatabase if the database would not keep its promises; says what to change
     */
    Connection openWriter() throws SQLException, UnfitDatabase;

    /** Opens a connection that only reads, after {@link #openWriter}. */
    Connection openReader() throws SQLException;

    /** Lets another node open the database. */
    @Override
    void close();
}
