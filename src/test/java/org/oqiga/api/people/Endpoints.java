package org.oqiga.api.people;

import io.quarkus.arc.Arc;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the running service answers to: each as {@code GET /api/incidents/{id}}. */
final class Endpoints {

    private Endpoints() {}

    /** Every endpoint of the running service with its method. */
    static Map<String, Method> all() {
        var found = new TreeMap<String, Method>();
        for (var bean : Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            var type = bean.getBeanClass();
            if (type.isAnnotationPresent(Path.class) && type.getName().startsWith("org.oqiga.")) {
                for (var method : type.getDeclaredMethods()) {
                    verb(method).ifPresent(verb -> found.put(verb + " " + path(type, method), method));
                }
            }
        }
        return found;
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(each -> each != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> type, Method method) {
        return Stream.of(type.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(each -> each != null)
                .map(each ->
                        each.value().replaceAll("\\{(\\w+) *:.*?\\}", "{$1}").replaceAll("^/|/$", ""))
                .collect(Collectors.joining("/", "/", ""));
    }

    /** Whether the method names the roles that it is for. */
    static boolean isGuarded(Method method) {
        return !method.isAnnotationPresent(PermitAll.class)
                && (method.isAnnotationPresent(RolesAllowed.class)
                        || method.getDeclaringClass().isAnnotationPresent(RolesAllowed.class));
    }
}
