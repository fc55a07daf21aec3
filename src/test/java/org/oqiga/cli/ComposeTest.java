package org.oqiga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Docker does not run where the tests do, so what it is told is held against the program itself. */
class ComposeTest {

    private final JsonNode compose = yaml("docker-compose.yml");
    private final String image = text("Dockerfile");

    @Test
    void theServiceFindsTheDatabaseByTheVariableThatTheProgramReads() throws IOException {
        var url = compose.at("/services/service/environment/OQIGA_DATABASE_URL").asText();
        var database = compose.at("/services/database/environment");
        assertEquals(
                "postgresql://" + database.path("POSTGRES_USER").asText() + ":"
                        + database.path("POSTGRES_PASSWORD").asText() + "@database:5432/"
                        + database.path("POSTGRES_DB").asText(),
                url);
        assertTrue(text("src/main/java/org/oqiga/cli/Home.java").contains("\"OQIGA_DATABASE_URL\""));
    }

    @Test
    void noCredentialIsWrittenDown() {
        assertTrue(compose.at("/services/database/environment/POSTGRES_PASSWORD")
                .asText()
                .startsWith("${"));
    }

    @Test
    void thePortIsTheOneThatTheProgramListensOn() {
        assertTrue(compose.at("/services/service/ports/0").asText().endsWith(":8080"));
        assertTrue(image.contains("EXPOSE 8080"));
        assertTrue(image.contains("CMD [\"map\", \"--port\", \"8080\"]"));
        assertTrue(image.contains("OQIGA_HOST=0.0.0.0"));
    }

    @Test
    void whatTheImageIsMadeOfIsThere() {
        var copied = Pattern.compile("^COPY (\\S+) \\S+$", Pattern.MULTILINE)
                .matcher(image)
                .results();
        for (var path : copied.map(match -> match.group(1)).toList()) {
            assertTrue(Files.exists(Path.of(path)), path);
        }
    }

    @Test
    void bothAreWatchedAndTheDatabaseIsKept() {
        assertEquals(
                "service_healthy",
                compose.at("/services/service/depends_on/database/condition").asText());
        assertTrue(compose.at("/services/database/healthcheck/test/1").asText().contains("pg_isready"));
        assertTrue(image.contains("HEALTHCHECK") && image.contains("/q/health/ready"));
        assertEquals(
                "database:/var/lib/postgresql/data",
                compose.at("/services/database/volumes/0").asText());
        assertTrue(compose.path("volumes").has("database"));
    }

    @Test
    void itIsOpenToThisMachineOnlyUnlessSomebodySaysOtherwise() {
        assertEquals(
                "${OQIGA_PUBLISH:-127.0.0.1:8080}:8080",
                compose.at("/services/service/ports/0").asText());
    }

    @Test
    void theProxyIsOptionalAndSpeaksToTheService() {
        var proxy = compose.at("/services/proxy");
        assertEquals("tls", proxy.at("/profiles/0").asText());
        assertTrue(proxy.path("command").asText().endsWith("--to service:8080"));
        assertEquals(
                "service_healthy", proxy.at("/depends_on/service/condition").asText());
        assertTrue(compose.path("volumes").has("certificates"));
    }

    private static JsonNode yaml(String file) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(text(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
