package org.oqiga.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    @Test
    void aDatabaseOfTheUsersIsUsedAndLeftRunning() {
        var own = TestCluster.shared().address();
        var url = own.place().replace("//", "//" + own.user() + ":" + own.password() + "@");
        for (var form :
                new String[] {url, "jdbc:" + own.place() + "?user=" + own.user() + "&password=" + own.password()}) {
            try (var database = Database.open(given(form, false), line -> {})) {
                assertEquals(own.place(), database.address().place());
            }
        }
        assertEquals(1, new IncidentRepository(TestCluster.shared().connections()).revision() > 0 ? 1 : 0);
    }

    @Test
    void startingAfreshInTheUsersDatabasePutsOurSchemaAside() throws Exception {
        var cluster = TestCluster.open(TestCluster.folder("given-fresh"));
        try (cluster) {
            var own = cluster.address();
            var url = own.place().replace("//", "//" + own.user() + ":" + own.password() + "@");
            var told = new ArrayList<String>();
            Database.open(given(url, true), told::add).close();
            assertTrue(
                    told.stream().anyMatch(line -> line.matches(".*in the schema oqiga_\\d{8}_\\d{6}")),
                    told.toString());
            try (var connection = cluster.connections().getConnection();
                    var rows = connection
                            .createStatement()
                            .executeQuery("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'oqiga%'")) {
                rows.next();
                assertEquals(2, rows.getInt(1));
            }
        }
    }

    @Test
    void anUnreachableDatabaseIsSaidInOneLineWithoutThePassword() {
        var fault = assertThrows(
                NoDatabaseException.class,
                () -> Database.open(given("postgresql://somebody:hidden@127.0.0.1:1/oqiga", false), line -> {}));
        assertTrue(fault.getMessage().contains("postgresql://127.0.0.1:1/oqiga"), fault.getMessage());
        assertFalse(fault.getMessage().contains("hidden"), fault.getMessage());
        assertFalse(fault.getMessage().contains("\n"), fault.getMessage());
    }

    @Test
    void aUrlThatIsNoneIsToldWhatOneLooksLike() {
        for (var url :
                new String[] {"mysql://localhost/x", "localhost:5432", "postgresql://host", "postgresql://a b/c"}) {
            var fault = assertThrows(NoDatabaseException.class, () -> Address.parse(url));
            assertTrue(fault.getMessage().startsWith("OQIGA_DATABASE_URL is like postgresql://"), fault.getMessage());
        }
    }

    @Test
    void aUrlsReservedSignsAndSettingsAreKept() {
        var address = Address.parse("postgres://me%40home:p%2Fw%3A+1@db.example:6543/news?sslmode=require");
        assertEquals("me@home", address.user());
        assertEquals("p/w:+1", address.password());
        assertEquals("jdbc:postgresql://db.example:6543/news?sslmode=require", address.jdbcUrl());
        assertEquals("postgresql://db.example:6543/news", address.toString());
    }

    private static Database.Place given(String url, boolean fresh) {
        return new Database.Place(Optional.of(url), TestCluster.folder("unused"), fresh);
    }
}
