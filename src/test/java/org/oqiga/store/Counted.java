package org.oqiga.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real database that says how many statements were sent to it. */
public final class Counted {

    private final AtomicInteger statements = new AtomicInteger();
    private final DataSource source;

    public Counted(DataSource source) {
        this.source = watched(DataSource.class, source);
    }

    public DataSource source() {
        return source;
    }

    /** How many were sent since it was last asked. */
    public int statements() {
        return statements.getAndSet(0);
    }

    private <T> T watched(Class<T> type, Object real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (real instanceof Statement && method.getName().startsWith("execute")) {
                statements.incrementAndGet();
            }
            try {
                var result = method.invoke(real, arguments);
                return method.getName().equals("getConnection") && real instanceof DataSource
                        ? watched(Connection.class, result)
                        : result instanceof PreparedStatement
                                ? watched(PreparedStatement.class, result)
                                : result instanceof Statement ? watched(Statement.class, result) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
