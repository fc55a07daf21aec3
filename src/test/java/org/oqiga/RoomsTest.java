package org.oqiga;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The floor plan, kept honest by the build. */
@AnalyzeClasses(packages = "org.oqiga", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    private static final String[] DOORS = {"org.oqiga.api..", "org.oqiga.cli.."};
    private static final String[] DESK = {"org.oqiga.desk.."};
    private static final String[] BELT = {"org.oqiga.ingest.."};
    private static final String[] WORKSHOPS = {
        "org.oqiga.extract..", "org.oqiga.link..", "org.oqiga.store..", "org.oqiga.fetch.."
    };
    private static final String[] READING = {
        "org.oqiga.geoparse..", "org.oqiga.dating..", "org.oqiga.report..", "org.oqiga.incident.."
    };
    private static final String[] GROUND = {"org.oqiga.gazetteer.."};

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("org.oqiga.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingKnowsTheDoors = noArrow(join(DESK, BELT, WORKSHOPS, READING, GROUND), DOORS);

    @ArchTest
    static final ArchRule theTwoDoorsDoNotKnowEachOther =
            noArrow(new String[] {"org.oqiga.api.."}, new String[] {"org.oqiga.cli.."});

    @ArchTest
    static final ArchRule nothingBelowTheDeskKnowsIt = noArrow(join(BELT, WORKSHOPS, READING, GROUND), DESK);

    @ArchTest
    static final ArchRule nothingBelowTheBeltKnowsIt = noArrow(join(WORKSHOPS, READING, GROUND), BELT);

    @ArchTest
    static final ArchRule readingKnowsNoWorkshop = noArrow(join(READING, GROUND), WORKSHOPS);

    @ArchTest
    static final ArchRule theGroundKnowsNothing = noArrow(GROUND, READING);

    @ArchTest
    static final ArchRule onlyTheApiKnowsHttp = noClasses()
            .that()
            .resideOutsideOfPackage("org.oqiga.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy.reactive..");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsSql = noClasses()
            .that()
            .resideOutsideOfPackage("org.oqiga.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.postgresql..", "org.flywaydb..");

    @ArchTest
    static final ArchRule onlyTheCommandsPrint =
            noClasses().that().resideOutsideOfPackage("org.oqiga.cli..").should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule geoToolsStaysInsideTheClassThatNeedsIt = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should(notMention("org.geotools"));

    private static ArchRule noArrow(String[] from, String[] to) {
        return noClasses()
                .that()
                .resideInAnyPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to)
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaMethod> notMention(String packageName) {
        return new ArchCondition<>("not mention " + packageName) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getDescriptor().contains(packageName.replace('.', '/'))) {
                    events.add(
                            SimpleConditionEvent.violated(method, method.getFullName() + " mentions " + packageName));
                }
            }
        };
    }

    private static String[] join(String[]... rooms) {
        return java.util.Arrays.stream(rooms).flatMap(java.util.Arrays::stream).toArray(String[]::new);
    }
}
