package org.oqiga.api.ogc;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.oqiga.api.StoreResource;
import org.oqiga.store.Layer;

/** The abstract tests of the class OpenAPI 3.0. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class ApiDocumentTest {

    private static JsonNode document() throws JsonProcessingException {
        var answer =
                given().accept("application/vnd.oai.openapi+json;version=3.0").get("/ogc/api");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.contentType().startsWith("application/vnd.oai.openapi+json"), answer.contentType());
        return new ObjectMapper().readTree(answer.asString());
    }

    @Test
    void theDefinitionIsOfVersionThreeAndEveryReferenceLeadsSomewhere() throws JsonProcessingException {
        var document = document();
        assertTrue(document.path("openapi").asText().startsWith("3.0."));
        assertFalse(document.at("/info/title").isMissingNode());
        assertFalse(document.at("/info/version").isMissingNode());
        for (var reference : document.findValuesAsText("$ref")) {
            assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    @Test
    void everyOperationHasAnIdOfItsOwnItsParametersAndAnswers() throws JsonProcessingException {
        var document = document();
        var ids = new HashSet<String>();
        document.path("paths").properties().forEach(path -> {
            var operation = path.getValue().path("get");
            assertTrue(ids.add(operation.path("operationId").asText()), path.getKey());
            assertFalse(operation.at("/responses/200/description").isMissingNode(), path.getKey());
            assertEquals(
                    path.getKey().contains("{"),
                    operation.path("parameters").toString().contains("featureId"),
                    path.getKey());
        });
    }

    @Test
    void everyParameterThatIsTakenIsDescribedAsTheStandardAsks() throws JsonProcessingException {
        var document = document();
        for (var layer : Layer.values()) {
            var described = new TreeSet<String>();
            for (var reference : document.path("paths")
                    .path("/collections/" + layer.id() + "/items")
                    .at("/get/parameters")) {
                var parameter = document.at(reference.path("$ref").asText().substring(1));
                described.add(parameter.path("name").asText());
                assertEquals("query", parameter.path("in").asText());
                assertEquals("form", parameter.path("style").asText());
                assertFalse(parameter.path("required").asBoolean(true));
                assertFalse(parameter.path("explode").asBoolean(true));
                assertFalse(parameter.at("/schema/type").isMissingNode());
                assertFalse(parameter.path("description").asText().isEmpty());
            }
            assertEquals(new TreeSet<>(ItemsResource.parameters(layer)), described);
        }
        var limit = document.at("/components/parameters/limit/schema");
        assertEquals(
                List.of("integer", "1", "10000", "10"),
                List.of(
                        limit.path("type").asText(),
                        limit.path("minimum").asText(),
                        limit.path("maximum").asText(),
                        limit.path("default").asText()));
        var bbox = document.at("/components/parameters/bbox/schema");
        assertEquals(
                "array 4 6 number",
                bbox.path("type").asText() + " " + bbox.path("minItems") + " " + bbox.path("maxItems") + " "
                        + bbox.at("/items/type").asText());
    }

    @Test
    void everyAttributeOfAFeatureIsInItsSchema() throws JsonProcessingException {
        var schemas = document().at("/components/schemas");
        for (var layer : Layer.values()) {
            var described = schemas.path(Schemas.name(layer)).at("/properties/properties/properties");
            List<java.util.Map<String, java.util.Map<String, Object>>> features =
                    given().get("/ogc/collections/" + layer.id() + "/items").path("features");
            var served = features.get(0).get("properties").keySet();
            for (var name : served) {
                assertTrue(described.has(name), layer + " " + name);
            }
            assertEquals(served.size(), described.size(), layer.id());
        }
    }

    @Test
    void theServerIsTheAddressThatWasAsked() throws JsonProcessingException {
        var server = document().at("/servers/0/url").asText();
        given().accept("application/json").get(server + "/collections").then().statusCode(200);
    }
}
