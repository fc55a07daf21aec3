package org.oqiga.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** All the places the product knows, found by name, id or position. Safe to read from many threads. */
public final class Gazetteer {

    private static final String DATA = "/gazetteer/";
    private static final int MOST_SIMILAR = 10;
    private static final long SIMILAR_FROM = 15_000;
    private static final GeometryFactory POINTS = new GeometryFactory();

    private final PlaceTable places;
    private final NameIndex names;
    private final Regions regions = new Regions(() -> open("regions.topojson.gz"));
    private volatile @Nullable Typeahead typeahead;

    private Gazetteer(PlaceTable places) {
        this.places = places;
        this.names = NameIndex.of(places);
    }

    /** Reads the world and the supplements that ship. */
    public static Gazetteer load() {
        return load(List.of());
    }

    /** Reads the world, the supplements that ship, and dumps in GeoNames' format. */
    public static Gazetteer load(List<Path> dumps) {
        var places = new PlaceTable();
        WorldFile.read(open("places.tsv.gz"), places);
        var supplement = new Supplement(places);
        for (String file : text("supplement/files.txt").split("\\s+")) {
            supplement.read(open("supplement/" + file));
        }
        supplement.close();
        var dump = new GeoNamesDump(places);
        dumps.forEach(dump::read);
        places.close();
        return new Gazetteer(places);
    }

    /**
     * Every place that bears this name in any language or script, the most prominent first. Case, accents, apostrophes and
     * hyphens do not matter; but abbreviations ("US", "UAE") must be in capitals.
     */
    public List<Place> named(CharSequence name) {
        char[] folded = Folding.buffer(name);
        long hash = NameHash.of(folded, Folding.fold(name, folded));
        int plain = names.first(hash);
        if (!NameHash.isAbbreviation(name)) {
            return plain < 0 ? List.of() : List.copyOf(bearers(plain, new ArrayList<>()));
        }
        int abbreviation = names.first(NameHash.abbreviated(hash));
        var found = new LinkedHashSet<Place>();
        if (abbreviation >= 0) {
            found.addAll(bearers(abbreviation, new ArrayList<>()));
        }
        if (plain >= 0) {
            found.addAll(bearers(plain, new ArrayList<>()));
        }
        return List.copyOf(found);
    }

    /** May some name begin with this word? A no is certain; a yes is to be followed up. */
    public boolean knows(CharSequence word) {
        char[] folded = Folding.buffer(word);
        return names.mayStart(folded, Folding.fold(word, folded));
    }

    /**
     * Places whose name is one slip away (a letter wrong, missing, too many, or two changed over), if none bears the name
     * itself: names of six letters and more, of places of 15,000 people and more or kept by hand.
     */
    public List<Place> similar(CharSequence name) {
        char[] folded = Folding.buffer(name);
        int length = Folding.fold(name, folded);
        if (names.first(NameHash.of(folded, length)) >= 0) {
            return List.of();
        }
        Set<Integer> found = new TreeSet<>((a, b) -> {
            int order = Double.compare(places.prominence(b), places.prominence(a));
            return order == 0 ? a - b : order;
        });
        Spelling.near(folded, length, hash -> {
            for (int at = names.first(hash); at >= 0; at = names.isLast(at) ? -1 : at + 1) {
                int place = names.bearer(at);
                if (places.handKept(place) || places.population(place) >= SIMILAR_FROM) {
                    found.add(place);
                }
            }
        });
        return found.stream().limit(MOST_SIMILAR).map(places::place).toList();
    }

    public Optional<Place> place(String id) {
        int index = places.find(id);
        return index < 0 ? Optional.empty() : Optional.of(places.place(index));
    }

    public Optional<Place> country(String iso2) {
        return place("country:" + iso2);
    }

    /** The capital of a country. */
    public Optional<Place> capital(String iso2) {
        int index = places.capital(iso2);
        return index < 0 ? Optional.empty() : Optional.of(places.place(index));
    }

    /** The town of a country that most people live in. */
    public Optional<Place> largestTown(String iso2) {
        return country(iso2).flatMap(this::largestTown);
    }

    /** The town of a region or country that most people live in. */
    public Optional<Place> largestTown(Place area) {
        int index = places.largest(places.find(area.id()));
        return index < 0 ? Optional.empty() : Optional.of(places.place(index));
    }

    /**
     * Does {@code inner} lie in {@code outer}, or are they the same? What the places say of each other is asked first, the
     * polygon only of a region or country that does not know.
     */
    public boolean contains(Place outer, Place inner) {
        int container = places.find(outer.id());
        int contained = places.find(inner.id());
        if (container < 0 || contained < 0) {
            return false;
        }
        if (liesIn(container, contained)) {
            return true;
        }
        boolean askPolygon = outer.level() == PlaceLevel.REGION
                && inner.level().compareTo(PlaceLevel.REGION) < 0
                && inner.parents().admin1Id().isEmpty();
        return askPolygon
                && polygon(outer)
                        .filter(shape -> shape.covers(POINTS.createPoint(
                                new Coordinate(inner.at().lon(), inner.at().lat()))))
                        .isPresent();
    }

    /** The area of a country, a region, or an area made of regions, lon and lat; empty where none is known. */
    public Optional<Geometry> polygon(Place place) {
        int index = places.find(place.id());
        if (index >= 0 && places.members(index).length > 0) {
            var parts = new ArrayList<Geometry>();
            for (int member : places.members(index)) {
                polygon(places.place(member)).ifPresent(parts::add);
            }
            return parts.isEmpty() ? Optional.empty() : Optional.of(UnaryUnionOp.union(parts));
        }
        return regions.polygon(place.id());
    }

    /** A country and its regions. */
    public List<Place> regions(String iso2) {
        var found = new ArrayList<Place>();
        for (int i = 0; i < places.size(); i++) {
            var level = places.kind(i).level;
            if (level == PlaceLevel.REGION || level == PlaceLevel.COUNTRY) {
                var place = places.place(i);
                if (place.parents().country().equals(iso2)) {
                    found.add(place);
                }
            }
        }
        return found;
    }

    /** How large a country, a region or an area is on the ellipsoid, in square km; empty where no shape is known. */
    public OptionalDouble squareKm(Place place) {
        var shape = polygon(place);
        return shape.isPresent() ? OptionalDouble.of(Geodesy.squareKm(shape.get())) : OptionalDouble.empty();
    }

    /** What a point is said to be in or near: a town or less if one is about {@code km} away, else its region or country. */
    public Optional<Place> around(Spot at, double km) {
        return new Surroundings(places, this::polygon).of(at, km);
    }

    /** Whose clocks hold there; that of the capital for a country, that of the largest town for a region. */
    public ZoneId zone(Place place) {
        int index = places.find(place.id());
        return index < 0 ? ZoneId.of("UTC") : places.zone(index);
    }

    /** Looks up what a person has typed so far, the likeliest first. */
    public List<Place> search(String typed, int limit) {
        char[] folded = Folding.buffer(typed);
        int length = Folding.fold(typed, folded);
        if (length == 0 || limit < 1) {
            return List.of();
        }
        return typeahead().find(folded, length, limit).stream()
                .map(places::place)
                .toList();
    }

    /** The name as the gazetteer compares it: lower case, no accents, apostrophes or dots, a hyphen a space. */
    public static String fold(CharSequence name) {
        char[] folded = Folding.buffer(name);
        return new String(folded, 0, Folding.fold(name, folded));
    }

    private Typeahead typeahead() {
        Typeahead made = typeahead;
        if (made == null) {
            synchronized (this) {
                made = typeahead == null ? new Typeahead(places) : typeahead;
                typeahead = made;
            }
        }
        return made;
    }

    private List<Place> bearers(int first, List<Place> found) {
        for (int at = first; ; at++) {
            found.add(places.place(names.bearer(at)));
            if (names.isLast(at)) {
                return found;
            }
        }
    }

    private boolean liesIn(int container, int contained) {
        int[] members = places.members(container);
        for (int at = contained; at >= 0; at = places.parent(at)) {
            if (at == container) {
                return true;
            }
            for (int member : members) {
                if (at == member) {
                    return true;
                }
            }
        }
        return false;
    }

    private static InputStream open(String file) {
        InputStream stream = Gazetteer.class.getResourceAsStream(DATA + file);
        if (stream == null) {
            throw new IllegalStateException("the gazetteer's " + file + " is not on the classpath");
        }
        return stream;
    }

    private static String text(String file) {
        try (InputStream stream = open(file)) {
            return new String(stream.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
