package org.oqiga.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Says which reports are in the store, to many threads over one connection. */
public final class KnownReports implements AutoCloseable {

    private final Connection connection;
    private final ReportRows reports;

    public KnownReports(DataSource database) {
        try {
            this.connection = database.getConnection();
        } catch (SQLException e) {
            throw new StorageException("could not look up reports", e);
        }
        this.reports = new ReportRows(connection);
    }

    /** Whether a report of this name and content is in the store. */
    public synchronized boolean has(String name, String content) {
        try {
            return reports.has(name, content);
        } catch (SQLException e) {
            throw new StorageException("could not look up reports", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StorageException("could not look up reports", e);
        }
    }
}
