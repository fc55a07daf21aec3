package org.oqiga.api.people;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.oqiga.desk.People;
import org.oqiga.desk.Person;
import org.oqiga.desk.Role;
import org.oqiga.desk.Secret;

/** People whom tests need, made as they are in earnest: by invitation. */
@ApplicationScoped
public class Staff {

    static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final People people;
    private final AgroalDataSource database;
    private final Map<Role, String> known = new ConcurrentHashMap<>();

    Staff(People people, AgroalDataSource database) {
        this.people = people;
        this.database = database;
    }

    /** Somebody new with the role. */
    public Person hire(Role role) {
        return people.join(people.invite(role), role.label() + " " + NUMBER.incrementAndGet(), PASSWORD);
    }

    /** A token of somebody new with the role. */
    public String token(Role role) {
        return people.token(hire(role), "a test", Optional.empty()).text();
    }

    /** A token of somebody with the role, for whom it does not matter who it is: to hash a new one's password takes 0.3 s. */
    public String anybodys(Role role) {
        return known.computeIfAbsent(role, this::token);
    }

    /** A session of somebody new with the role. */
    public String session(Role role) {
        return people.session(hire(role)).text();
    }

    /** A session that was good until a while ago. */
    public String expiredSession(Role role) throws SQLException {
        var person = hire(role);
        var session = people.session(person);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "UPDATE credential SET expires = now() - interval '1 second' WHERE person_id = ?")) {
            statement.setLong(1, person.id());
            statement.executeUpdate();
        }
        return session.text();
    }

    /** A token of somebody whose account has been closed since. */
    public String tokenOfAClosedAccount(Role role) {
        var person = hire(role);
        var token = people.token(person, "a test", Optional.empty()).text();
        people.close(person.id());
        return token;
    }

    Secret invitation(Role role) {
        return people.invite(role);
    }
}
