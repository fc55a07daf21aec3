package org.oqiga.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.oqiga.store.CredentialRepository;
import org.oqiga.store.PersonRepository;

/** Who is here: accounts, and the secrets by which somebody is known again. */
@ApplicationScoped
public class People {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,79}");

    /** How long one stays signed in. */
    public static final Duration SESSION = Duration.ofDays(14);

    /** How long an invitation is good. */
    public static final Duration INVITATION = Duration.ofDays(7);

    private final PersonRepository people;
    private final CredentialRepository credentials;

    public People(PersonRepository people, CredentialRepository credentials) {
        this.people = people;
        this.credentials = credentials;
    }

    /** While there is no admin: an invitation to be the first; those given before are void. */
    public Optional<Secret> inviteTheFirst() {
        if (people.count(Role.ADMIN.label()) > 0) {
            return Optional.empty();
        }
        credentials.removeInvitations(Role.ADMIN.label());
        return Optional.of(invite(Role.ADMIN));
    }

    /** A secret that makes one account of {@code role}, once. */
    public Secret invite(Role role) {
        var secret = Secret.random(Secret.INVITATION);
        credentials.addInvitation(secret.hash(), role.label(), INVITATION);
        return secret;
    }

    /** Makes the account that an invitation is for; the invitation is used up by it. */
    public Person join(Secret invitation, String name, String password) {
        var wanted = name.strip();
        if (!NAME.matcher(wanted).matches()) {
            throw new RefusedException("a name is 1 to 80 letters, digits, spaces, dots, hyphens, begun with a letter");
        }
        Passwords.check(password);
        var hash = Passwords.hash(password);
        return credentials
                .join(invitation.hash(), wanted, hash)
                .map(People::person)
                .orElseThrow(() ->
                        RefusedException.asThingsStand("the invitation is unknown, used up or too old, or the name is"
                                + " taken; ask for a new link or choose another name"));
    }

    /** A session for whoever knows the password; empty where name and password do not belong together. */
    public Optional<Secret> signIn(String name, String password) {
        var account = people.account(name.strip());
        if (account.isEmpty() || account.get().password().isEmpty()) {
            Passwords.pretend(password);
            return Optional.empty();
        }
        if (!Passwords.matches(password, account.get().password().get())) {
            return Optional.empty();
        }
        return Optional.of(session(person(account.get().person())));
    }

    /** A new session for somebody who has just shown who they are. */
    public Secret session(Person person) {
        var secret = Secret.random(Secret.SESSION);
        credentials.addSession(secret.hash(), person.id(), SESSION);
        return secret;
    }

    /** Whoever a session's or token's secret belongs to, if it is still good. */
    public Optional<Person> who(Secret secret) {
        return credentials.owner(secret.hash()).map(People::person);
    }

    /** From now on the secret is nobody's. */
    public void forget(Secret secret) {
        credentials.remove(secret.hash());
    }

    /** A secret for a program that works in the person's name. */
    public Secret token(Person person, String label, Optional<Duration> lifetime) {
        var secret = Secret.random(Secret.TOKEN);
        credentials.addToken(secret.hash(), person.id(), label, lifetime);
        return secret;
    }

    /** The tokens of a person, without their secrets, as a JSON array. */
    public String tokens(Person person) {
        return credentials.tokens(person.id());
    }

    /** Takes back one of the person's tokens; says whether there was one. */
    public boolean revoke(Person person, long token) {
        return credentials.removeToken(person.id(), token);
    }

    /** Everybody, as a JSON array. */
    public String list() {
        return people.list();
    }

    /** Whether the person has an account that is not closed. */
    public boolean has(long person) {
        return people.has(person);
    }

    /** Gives a person another role; the last admin stays one. */
    public void promote(long person, Role role) {
        if (!people.changeRole(person, role.label())) {
            throw lastAdmin();
        }
    }

    /** Closes an account: its name stays in the history, its sessions and tokens end; the last admin's stays. */
    public void close(long person) {
        if (!people.close(person)) {
            throw lastAdmin();
        }
    }

    private static RefusedException lastAdmin() {
        return RefusedException.asThingsStand("the last admin stays one: make somebody else an admin first");
    }

    public static List<String> roles() {
        return Role.labels();
    }

    private static Person person(PersonRepository.Row row) {
        return new Person(row.id(), row.name(), Role.stored(row.role()));
    }
}
