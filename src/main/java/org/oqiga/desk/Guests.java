package org.oqiga.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.oqiga.store.PersonRepository;

/** Accounts of people whom another house vouches for: they have no password here, and no say in what they are called there. */
@ApplicationScoped
public class Guests {

    private static final int LONGEST_NAME = 72; // leaves room for a number
    private static final int NAMESAKES = 1000;

    private final PersonRepository people;

    public Guests(PersonRepository people) {
        this.people = people;
    }

    /**
     * What another house says of somebody.
     *
     * @param subject the house and its own name for the person, which stays when the person's name changes
     * @param name what to call them in the history, as far as that is free
     * @param role the role that the house gives them, if it gives roles
     */
    public record Guest(String subject, String name, Optional<Role> role) {}

    /**
     * The account; made at the first visit.
     *
     * @param unless the role of somebody new to whom the house gives none
     * @throws RefusedException where the account was closed
     */
    public Person welcome(Guest guest, Role unless) {
        var known = people.guest(guest.subject());
        if (known.isEmpty()) {
            return made(guest, guest.role().orElse(unless));
        }
        if (!known.get().here()) {
            throw RefusedException.asThingsStand("the account was closed; an admin can invite you anew");
        }
        var person = person(known.get().person());
        // the last admin stays one, whatever the house says
        return guest.role().isPresent()
                        && people.changeRole(person.id(), guest.role().get().label())
                ? new Person(person.id(), person.name(), guest.role().get())
                : person;
    }

    private Person made(Guest guest, Role role) {
        return names(guest.name())
                .map(name -> people.welcome(name, role.label(), guest.subject())
                        // it may have come in at another door in this moment
                        .or(() -> people.guest(guest.subject()).map(PersonRepository.Guest::person)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Guests::person)
                .orElseThrow(() -> RefusedException.asThingsStand("everything like " + guest.name() + " is taken"));
    }

    /** The name as the history can have it; then with numbers, since a name is never given twice. */
    private static Stream<String> names(String told) {
        var allowed = told.replaceAll("[^\\p{L}\\p{N} ._@-]+", " ")
                .replaceAll("^[^\\p{L}\\p{N}]+", "")
                .strip();
        var name = allowed.isEmpty()
                ? "guest"
                : allowed.substring(0, Math.min(LONGEST_NAME, allowed.length())).strip();
        return Stream.concat(Stream.of(name), IntStream.range(2, NAMESAKES).mapToObj(n -> name + " " + n));
    }

    private static Person person(PersonRepository.Row row) {
        return new Person(row.id(), row.name(), Role.stored(row.role()));
    }
}
