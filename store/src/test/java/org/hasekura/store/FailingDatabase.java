package org.hasekura.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/** A database whose connections do what a test says at each call that reaches the disk or the server. */
final class FailingDatabase implements Database {

    /** What happens around each call. Calls are counted from 1 after {@link #startCounting}. */
    interface Happening {
        default void before(long call, String name) throws SQLException {}

        default void after(long call, String name) throws SQLException {}

        /** Before the database is tidied. */
        default void beforeUpkeep() throws SQLException {}
    }

    private final Database database;
    private final Happening happening;
    private final AtomicLong calls = new AtomicLong();
    private volatile boolean counting;

    FailingDatabase(Database database, Happening happening) {
        this.database = database;
        this.happening = happening;
    }

    /** From here on things happen; what opens the database is let through. */
    void startCounting() {
        counting = true;
    }

    long calls() {
        return calls.get();
    }

    @Override
    public Connection openWriter() throws SQLException, UnfitDatabase {
        return wrap(database.openWriter());
    }

    @Override
    public Connection openReader() throws SQLException {
        return wrap(database.openReader());
    }

    @Override
    public void tidy(Connection writing) throws SQLException {
        if (counting) {
            happening.beforeUpkeep();
        }
        database.tidy(writing);
    }

    @Override
    public void close() {
        database.close();
    }

    private Connection wrap(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = method.getName().equals("commit")
                    ? counted(connection, method, arguments)
                    : invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement ? wrap(statement) : result;
        });
    }

    private PreparedStatement wrap(PreparedStatement statement) {
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> method.getName().startsWith("execute")
                        ? counted(statement, method, arguments)
                        : invoke(statement, method, arguments));
    }

    private Object counted(Object target, Method method, Object[] arguments) throws Throwable {
        if (!counting) {
            return invoke(target, method, arguments);
        }
        long call = calls.incrementAndGet();
        happening.before(call, method.getName());
        Object result = invoke(target, method, arguments);
        happening.after(call, method.getName());
        return result;
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Call {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call.handle(method, arguments)));
    }
}
