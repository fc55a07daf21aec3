package org.oqiga.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {

    private final Database database = TestCluster.shared();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1000, 1001, 5500})
    void everyRowComesOnceAndInItsOrder(int count) throws SQLException, IOException {
        var read = new ByteArrayOutputStream();
        long given = all("SELECT n::text FROM generate_series(1, " + count + ") n", read::write);
        assertEquals(
                IntStream.rangeClosed(1, count).mapToObj(String::valueOf).collect(Collectors.joining(",\n")),
                read.toString(UTF_8));
        assertEquals(count, given);
    }

    @Test
    void whatGoesWrongFarInsideIsTold() {
        assertThrows(
                SQLException.class,
                () -> all("SELECT (1 / (3500 - n))::text FROM generate_series(1, 9000) n", row -> {}));
    }

    @Test
    void whoeverTakesNoMoreLeavesTheConnectionToOthers() throws SQLException {
        try (var connection = open()) {
            assertThrows(
                    IOException.class,
                    () -> all(connection, "SELECT n::text FROM generate_series(1, 9000) n", row -> {
                        throw new IOException("the reader has gone");
                    }));
            connection.rollback();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT 7")) {
                rows.next();
                assertEquals(7, rows.getInt(1));
            }
        }
    }

    private Connection open() throws SQLException {
        var connection = database.connections().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private long all(String sql, Taker<byte[]> taker) throws SQLException, IOException {
        try (var connection = open()) {
            return all(connection, sql, taker);
        }
    }

    private static long all(Connection connection, String sql, Taker<byte[]> taker) throws SQLException, IOException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ReadAhead.STROKE);
            try (var rows = statement.executeQuery()) {
                return ReadAhead.all(rows, FeatureText.whole(), taker);
            }
        }
    }
}
