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

    /**
     * What the database wants done now and then. Called between two transactions by the thread that writes, after the
     * callers of the one before have their answer.
     *
     * @param writing the connection of {@link #openWriter}
     * @throws SQLException if it failed: nothing that was acknowledged is lost, and the store stops
     */
    default void tidy(Connection writing) throws SQLException {}

    /** Lets another node open the database. */
    @Override
    void close();
}
