# One recipe for all images: docker build --target license-processor | billing-ledger | license-cli .
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN mvn -B -ntp -Dquick -DskipTests -Dmaven.test.skip.exec package \
      -pl services/license-processor,services/billing-ledger,services/license-cli -am \
 && for service in license-processor billing-ledger; do \
      java -Djarmode=tools -jar services/$service/target/$service-1.0.0-exec.jar \
        extract --layers --launcher --destination /layers/$service; \
    done

FROM eclipse-temurin:17-jre AS service
RUN useradd --system --uid 10001 --create-home licenseflow \
 && mkdir /state && chown licenseflow /state
USER licenseflow
WORKDIR /app
# Libraries come first: a change of our code resends the last layer only. The heap takes half of the container's memory;
# RocksDB's bounded share, threads and buffers need the rest.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 CMD ["bash", "-c", \
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

FROM eclipse-temurin:17-jre AS license-cli
RUN useradd --system --uid 10001 --create-home licenseflow
USER licenseflow
WORKDIR /app
COPY --from=build /build/services/license-cli/target/lib ./lib
COPY --from=build /build/services/license-cli/target/license-cli-1.0.0.jar ./
ENTRYPOINT ["java", "-cp", "/app/license-cli-1.0.0.jar:/app/lib/*", "dev.licenseflow.cli.LicenseflowCommand"]
