# The images of topics, ingest, enrich, copies, sink and desk, a target each. Their layers, from the one that
# changes least: the Java runtime, the libraries that all of them need (one layer for all), the
# service's own libraries, our jars.

# Any Java runtime of 17 or newer with bash, and glibc for the compression libraries.
ARG BASE=eclipse-temurin:17-jre
ARG MAVEN=maven:3.9-eclipse-temurin-17
# Where the jars come from: "build" builds them here, "prebuilt" takes what "mvn package" left in the
# target directories.
ARG JARS=build

FROM ${MAVEN} AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -pl ingest,enrich,copies,sink,desk -am -Dmaven.test.skip=true -Dspotless.check.skip=true \
      clean package

FROM ${BASE} AS prebuilt
WORKDIR /src
COPY . .

# Sorts the jars into layers. Without times of their own, the same jars make the same layer.
FROM ${JARS} AS jars
RUN set -eu; \
    for service in service ingest enrich copies sink desk; do \
      mkdir -p /jars/$service/lib /jars/$service/app; \
      cp $service/target/$service-*.jar /jars/$service/app/; \
      for jar in $service/target/lib/*.jar; do \
        name=${jar##*/}; \
        case $name in \
          events-* | service-*) cp $jar /jars/$service/app/ ;; \
          *) [ -e /jars/service/lib/$name ] || cp $jar /jars/$service/lib/ ;; \
        esac; \
      done; \
    done; \
    mkdir -p /jars/enrich/state /jars/copies/state; \
    find /jars -exec touch -d @0 {} +

FROM ${BASE} AS runtime
LABEL org.opencontainers.image.title="Onrecord" \
      org.opencontainers.image.description="Puts the news on record: articles in, entities and attributed quotes out, on Kafka." \
      org.opencontainers.image.licenses="Apache-2.0"
RUN ["bash", "-c", "java -version"]
WORKDIR /opt/onrecord
COPY docker/ready LICENSE ./
COPY --from=jars /jars/service/lib lib/
# Nobody in particular, and the owner of nothing here.
USER 10001:10001
EXPOSE 8080
# The rest of the memory is for threads, buffers and code. Out of memory ends the process with 3, and
# whoever runs it starts it anew.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-cp", "/opt/onrecord/app/*:/opt/onrecord/lib/*"]

FROM runtime AS topics
COPY --from=jars /jars/service/app app/
CMD ["onrecord.service.TopicsMain"]

FROM runtime AS ingest
COPY --from=jars /jars/ingest/lib lib/
COPY --from=jars /jars/ingest/app app/
CMD ["onrecord.ingest.IngestMain"]

FROM runtime AS enrich
# Where a volume is put, so that it belongs to who writes to it.
COPY --from=jars --chown=10001:10001 /jars/enrich/state state/
COPY --from=jars /jars/enrich/lib lib/
COPY --from=jars /jars/enrich/app app/
CMD ["onrecord.enrich.EnrichMain"]

FROM runtime AS copies
# Where a volume is put, so that it belongs to who writes to it.
COPY --from=jars --chown=10001:10001 /jars/copies/state state/
COPY --from=jars /jars/copies/lib lib/
COPY --from=jars /jars/copies/app app/
CMD ["onrecord.copies.CopiesMain"]

FROM runtime AS sink
COPY --from=jars /jars/sink/lib lib/
COPY --from=jars /jars/sink/app app/
CMD ["onrecord.sink.SinkMain"]

FROM runtime AS desk
COPY --from=jars /jars/desk/lib lib/
COPY --from=jars /jars/desk/app app/
CMD ["onrecord.desk.DeskMain"]
