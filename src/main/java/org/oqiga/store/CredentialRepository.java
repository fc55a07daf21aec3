package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads and writes the {@code credential} table: sessions, tokens and invitations, each known by the hash of its secret. */
@ApplicationScoped
public class CredentialRepository {

    private static final String ADD =
            """
            INSERT INTO credential (kind, hash, person_id, role, label, expires)
            VALUES (?, ?, ?, ?, ?, now() + make_interval(secs => ?))
            """;
    private static final String SWEEP = "DELETE FROM credential WHERE expires < now() - interval '1 day'";
    private static final String OWNER =
            """
            SELECT p.id, p.name, p.role, c.id, coalesce(c.used < now() - interval '1 minute', true)
              FROM credential c JOIN person p ON p.id = c.person_id
             WHERE c.hash = ? AND c.kind IN ('session', 'token') AND p.left_at IS NULL
               AND (c.expires IS NULL OR c.expires > now())
            """;
    private static final String USED = "UPDATE credential SET used = now() WHERE id = ?";
    private static final String REMOVE = "DELETE FROM credential WHERE hash = ?";
    private static final String REMOVE_INVITATIONS = "DELETE FROM credential WHERE kind = 'invitation' AND role = ?";
    private static final String REMOVE_TOKEN =
            "DELETE FROM credential WHERE person_id = ? AND id = ? AND kind = 'token'";
    private static final String TOKENS =
            """
            SELECT coalesce(json_agg(json_build_object('id', id, 'label', label, 'made', made, 'used', used,
                     'expires', expires) ORDER BY id), '[]')::text
              FROM credential WHERE person_id = ? AND kind = 'token'
            """;
    // deleted as it is used, so that no two can use it
    private static final String JOIN =
            """
            WITH used AS (
              DELETE FROM credential WHERE hash = ? AND kind = 'invitation' AND expires > now() RETURNING role)
            INSERT INTO person (name, role, password) SELECT ?, role, ? FROM used
            RETURNING id, name, role
            """;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Transactions transactions;

    public CredentialRepository(DataSource database) {
        this.transactions = new Transactions(database, "could not read or change sessions and tokens");
    }

    private record Owner(PersonRepository.Row person, long credential, boolean stale) {}

    public void addSession(byte[] hash, long person, Duration lifetime) {
        add("session", hash, person, null, null, lifetime);
    }

    public void addToken(byte[] hash, long person, String label, Optional<Duration> lifetime) {
        add("token", hash, person, null, label, lifetime.orElse(null));
    }

    public void addInvitation(byte[] hash, String role, Duration lifetime) {
        add("invitation", hash, null, role, null, lifetime);
    }

    private void add(
            String kind,
            byte[] hash,
            @Nullable Long person,
            @Nullable String role,
            @Nullable String label,
            @Nullable Duration lifetime) {
        transactions.in(connection -> {
            Transactions.execute(connection, SWEEP);
            try (var statement = connection.prepareStatement(ADD)) {
                statement.setString(1, kind);
                statement.setBytes(2, hash);
                statement.setObject(3, person, java.sql.Types.BIGINT);
                statement.setString(4, role);
                statement.setString(5, label);
                statement.setObject(6, lifetime == null ? null : (double) lifetime.toSeconds(), java.sql.Types.DOUBLE);
                return statement.executeUpdate();
            }
        });
    }

    /** Whom a session or token belongs to, while it is good. */
    public Optional<PersonRepository.Row> owner(byte[] hash) {
        var owner = transactions.ask(
                OWNER,
                statement -> statement.setBytes(1, hash),
                rows -> new Owner(
                        new PersonRepository.Row(rows.getLong(1), rows.getString(2), rows.getString(3)),
                        rows.getLong(4),
                        rows.getBoolean(5)));
        owner.filter(Owner::stale)
                .ifPresent(used ->
                        transactions.in(connection -> Transactions.update(connection, USED, used.credential())));
        return owner.map(Owner::person);
    }

    public void remove(byte[] hash) {
        transactions.in(connection -> Transactions.update(connection, REMOVE, (Object) hash));
    }

    /** From now on nobody can use the invitations to {@code role}. */
    public void removeInvitations(String role) {
        transactions.in(connection -> Transactions.update(connection, REMOVE_INVITATIONS, role));
    }

    /** Says whether the person had such a token. */
    public boolean removeToken(long person, long token) {
        return transactions.in(connection -> Transactions.update(connection, REMOVE_TOKEN, person, token) > 0);
    }

    /** A person's tokens as a JSON array. */
    public String tokens(long person) {
        return transactions
                .ask(TOKENS, statement -> statement.setLong(1, person), rows -> rows.getString(1))
                .orElseThrow();
    }

    /** Makes an account of an invitation; empty where the invitation is no good or the name is taken. */
    public Optional<PersonRepository.Row> join(byte[] invitation, String name, String password) {
        try {
            return transactions.ask(
                    JOIN,
                    statement -> {
                        statement.setBytes(1, invitation);
                        statement.setString(2, name);
                        statement.setString(3, password);
                    },
                    PersonRepository.Row::read);
        } catch (StorageException e) {
            if (e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                return Optional.empty(); // the whole statement is undone: the invitation is good for another name
            }
            throw e;
        }
    }
}
