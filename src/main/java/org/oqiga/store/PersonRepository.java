package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads and writes the {@code person} table. */
@ApplicationScoped
public class PersonRepository {

    private static final String COUNT = "SELECT count(*) FROM person WHERE role = ? AND left_at IS NULL";
    private static final String ACCOUNT =
            "SELECT id, name, role, password FROM person WHERE lower(name) = lower(?) AND left_at IS NULL";
    private static final String HAS = "SELECT 1 FROM person WHERE id = ? AND left_at IS NULL";
    private static final String LIST =
            """
            SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'role', role, 'since', since,
                     'left', left_at) ORDER BY id), '[]')::text
              FROM person
            """;
    // the last admin cannot be made less, or nobody could be made more
    private static final String LAST_ADMIN =
            """
            (role = 'admin' AND NOT EXISTS (
               SELECT 1 FROM person other WHERE other.role = 'admin' AND other.left_at IS NULL AND other.id <> person.id))
            """;
    private static final String CHANGE_ROLE =
            "UPDATE person SET role = ? WHERE id = ? AND left_at IS NULL AND (role = ? OR NOT " + LAST_ADMIN + ")";
    private static final String CLOSE =
            "UPDATE person SET left_at = now(), password = NULL WHERE id = ? AND left_at IS NULL AND NOT " + LAST_ADMIN;
    private static final String FORGET = "DELETE FROM credential WHERE person_id = ?";
    private static final String ALONE = "LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE";
    private static final String GUEST = "SELECT id, name, role, left_at IS NULL FROM person WHERE subject = ?";
    // of two who come at once, or where the name is taken, one gets no row
    private static final String WELCOME =
            """
            INSERT INTO person (name, role, subject) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            RETURNING id, name, role
            """;

    private final Transactions transactions;

    public PersonRepository(DataSource database) {
        this.transactions = new Transactions(database, "could not read or change accounts");
    }

    /** One account as it stands. */
    public record Row(long id, String name, String role) {

        /** The account in the first three columns. */
        static Row read(ResultSet rows) throws SQLException {
            return new Row(rows.getLong(1), rows.getString(2), rows.getString(3));
        }
    }

    /** What signing in needs; {@code password} is the hash, empty where another house vouches for the person. */
    public record Account(Row person, Optional<String> password) {}

    /** How many have the role. */
    public long count(String role) {
        return transactions
                .ask(COUNT, statement -> statement.setString(1, role), rows -> rows.getLong(1))
                .orElseThrow();
    }

    /** Whether there is such an account, not closed. */
    public boolean has(long person) {
        return transactions
                .ask(HAS, statement -> statement.setLong(1, person), rows -> true)
                .isPresent();
    }

    public Optional<Account> account(String name) {
        return transactions.ask(
                ACCOUNT,
                statement -> statement.setString(1, name),
                rows -> new Account(Row.read(rows), Optional.ofNullable(rows.getString(4))));
    }

    /** Everybody, as a JSON array. */
    public String list() {
        return transactions
                .ask(LIST, statement -> {}, rows -> rows.getString(1))
                .orElseThrow();
    }

    /** Says whether it was done: there may be no such person, or it is the last admin. */
    public boolean changeRole(long person, String role) {
        return transactions.in(connection -> {
            Transactions.execute(connection, ALONE);
            return Transactions.update(connection, CHANGE_ROLE, role, person, role) > 0;
        });
    }

    /** Says whether it was done: there may be no such person, or it is the last admin. */
    public boolean close(long person) {
        return transactions.in(connection -> {
            Transactions.execute(connection, ALONE);
            boolean closed = Transactions.update(connection, CLOSE, person) > 0;
            if (closed) {
                Transactions.update(connection, FORGET, person);
            }
            return closed;
        });
    }

    /** Somebody whom another house vouches for; {@code here} unless the account was closed. */
    public record Guest(Row person, boolean here) {}

    /** Whoever another house knows as {@code subject}. */
    public Optional<Guest> guest(String subject) {
        return transactions.ask(
                GUEST,
                statement -> statement.setString(1, subject),
                rows -> new Guest(Row.read(rows), rows.getBoolean(4)));
    }

    /** An account without a password; empty where the name or the subject has one already. */
    public Optional<Row> welcome(String name, String role, String subject) {
        return transactions.ask(
                WELCOME,
                statement -> {
                    statement.setString(1, name);
                    statement.setString(2, role);
                    statement.setString(3, subject);
                },
                Row::read);
    }
}
