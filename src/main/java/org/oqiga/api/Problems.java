package org.oqiga.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.oqiga.api.door.TooManyException;
import org.oqiga.desk.NotThereException;
import org.oqiga.desk.RefusedException;
import org.oqiga.desk.StaleException;
import org.oqiga.incident.WrongFieldException;
import org.oqiga.store.InvalidQueryException;
import org.oqiga.store.StorageException;

/** The only place where an exception becomes an HTTP answer. */
public final class Problems {

    private static final String TYPE = "application/problem+json";

    /** RFC 9457. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Problem(String type, String title, int status, String detail, @Nullable String parameter) {}

    @ServerExceptionMapper
    RestResponse<Problem> invalidQuery(InvalidQueryException e) {
        return answer(400, "Invalid parameter", e.getMessage(), e.parameter());
    }

    @ServerExceptionMapper
    RestResponse<Problem> refused(RefusedException e) {
        return e.isConflict()
                ? answer(409, "Conflict", e.getMessage(), null)
                : answer(400, "Bad Request", e.getMessage(), null);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    RestResponse<Problem> stranger(SecurityException e) {
        var detail = e instanceof Stranger ? e.getMessage() : "Sign in first, or show a token that is good.";
        return problem(401, "Unauthorized", detail, null)
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> tooSmallARole(ForbiddenException e) {
        return answer(403, "Forbidden", "Your role does not allow that.", null);
    }

    @ServerExceptionMapper
    RestResponse<Problem> tooMany(TooManyException e) {
        return problem(429, "Too Many Requests", e.getMessage(), null)
                .header("Retry-After", e.seconds())
                .build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> storage(StorageException e) {
        Log.error(e.getMessage(), e);
        return answer(503, "Service Unavailable", "The incident store is not answering.", null);
    }

    @ServerExceptionMapper
    RestResponse<Problem> wrongField(WrongFieldException e) {
        return answer(400, "Invalid field", e.getMessage(), e.field());
    }

    @ServerExceptionMapper
    RestResponse<Problem> notThere(NotThereException e) {
        return answer(404, "Not Found", e.getMessage(), null);
    }

    @ServerExceptionMapper
    RestResponse<Problem> stale(StaleException e) {
        return answer(412, "Precondition Failed", e.getMessage(), null);
    }

    @ServerExceptionMapper
    RestResponse<Problem> http(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        var known = Status.fromStatusCode(status);
        var title = known == null ? "Error" : known.getReasonPhrase();
        var message = e instanceof Missing || e instanceof Unconditional ? e.getMessage() : title;
        return answer(status, title, message, null);
    }

    /** There is nothing of that name. */
    public static final class Missing extends jakarta.ws.rs.NotFoundException {

        private static final long serialVersionUID = 1;

        public Missing(String message) {
            super(message);
        }
    }

    /** Somebody is not who they say they are. */
    public static final class Stranger extends UnauthorizedException {

        private static final long serialVersionUID = 1;

        public Stranger(String message) {
            super(message);
        }
    }

    /** A change must say what it is a change of. */
    public static final class Unconditional extends jakarta.ws.rs.ClientErrorException {

        private static final long serialVersionUID = 1;

        public Unconditional(String message) {
            super(message, Status.PRECONDITION_REQUIRED);
        }
    }

    private static RestResponse<Problem> answer(int status, String title, String detail, @Nullable String parameter) {
        return problem(status, title, detail, parameter).build();
    }

    private static RestResponse.ResponseBuilder<Problem> problem(
            int status, String title, String detail, @Nullable String parameter) {
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(status),
                        new Problem("about:blank", title, status, detail, parameter))
                .type(TYPE);
    }
}
