# The service alone; docker-compose.yml gives it a PostGIS.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
COPY src src
COPY gazetteer gazetteer
COPY frontend frontend
RUN mvn -B -q -DskipTests -Dspotless.check.skip=true package

FROM eclipse-temurin:17-jre
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home --home-dir /oqiga oqiga
USER oqiga
WORKDIR /oqiga
COPY --from=build /build/target/quarkus-app /opt/oqiga
ENV OQIGA_HOST=0.0.0.0 LANG=C.UTF-8
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD curl -fsS http://127.0.0.1:8080/q/health/ready || exit 1
# enough for a service; whoever sets it again replaces it
ENV JAVA_TOOL_OPTIONS=-Xmx608m
ENV MALLOC_ARENA_MAX=2
ENTRYPOINT ["java", "-Doqiga.home=/oqiga", "-jar", "/opt/oqiga/quarkus-run.jar"]
CMD ["map", "--port", "8080"]
