# One recipe for all images: docker build --target license-processor | billing-ledger | partner-portal | license-cli .
# Needs BuildKit: Docker 23 has it on, for 20.10 set DOCKER_BUILDKIT=1.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
# The cache keeps what Maven has downloaded, so that a change of our code downloads nothing.
RUN --mount=type=cache,target=/repository,sharing=locked \
    mvn -B -ntp -Dmaven.repo.local=/repository -Dquick -DskipTests -Dmaven.test.skip.exec package \
      -pl services/license-processor,services/billing-ledger,services/partner-portal,services/license-cli -am \
 && for service in license-processor billing-ledger partner-portal; do \
      java -Djarmode=tools -jar services/$service/target/$service-1.0.0-exec.jar \
        extract --layers --launcher --destination /layers/$service; \
    done \
 && mkdir -p /layers/license-cli/dependencies /layers/license-cli/application \
 && cp -p services/license-cli/target/lib/*.jar /layers/license-cli/dependencies \
 && for jar in $(find . -path '*/target/*-1.0.0*.jar' -not -path '*/target/lib/*'); do \
      rm -f /layers/license-cli/dependencies/$(basename $jar); \
      if [ -e services/license-cli/target/lib/$(basename $jar) ]; then \
        cp -p $jar /layers/license-cli/application; \
      fi; \
    done \
 && cp -p services/license-cli/target/license-cli-1.0.0.jar /layers/license-cli/application

FROM eclipse-temurin:17-jre AS runtime
RUN useradd --system --uid 10001 --create-home licenseflow \
 && mkdir /state && chown licenseflow /state
USER licenseflow
WORKDIR /app

FROM runtime AS service
# Libraries come first: a change of our code resends the last layer only. The heap takes half of the container's memory;
# RocksDB's bounded share, threads and buffers need the rest, and many malloc arenas would fragment it.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError" MALLOC_ARENA_MAX=2
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
HEALTHCHECK --interval=5s --timeout=3s --start-period=120s --retries=6 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]

FROM service AS license-processor
ENV SERVER_PORT=8080 LICENSEFLOW_STATE_DIRECTORY=/state
COPY --from=build /layers/license-processor/dependencies/ ./
COPY --from=build /layers/license-processor/spring-boot-loader/ ./
COPY --from=build /layers/license-processor/snapshot-dependencies/ ./
COPY --from=build /layers/license-processor/application/ ./

FROM service AS billing-ledger
ENV SERVER_PORT=8082
COPY --from=build /layers/billing-ledger/dependencies/ ./
COPY --from=build /layers/billing-ledger/spring-boot-loader/ ./
COPY --from=build /layers/billing-ledger/snapshot-dependencies/ ./
COPY --from=build /layers/billing-ledger/application/ ./

FROM service AS partner-portal
ENV SERVER_PORT=8083
COPY --from=build /layers/partner-portal/dependencies/ ./
COPY --from=build /layers/partner-portal/spring-boot-loader/ ./
COPY --from=build /layers/partner-portal/snapshot-dependencies/ ./
COPY --from=build /layers/partner-portal/application/ ./

FROM runtime AS license-cli
COPY --from=build /layers/license-cli/dependencies/ ./lib/
COPY --from=build /layers/license-cli/application/ ./lib/
ENTRYPOINT ["java", "-cp", "/app/lib/*", "dev.licenseflow.cli.LicenseflowCommand"]
