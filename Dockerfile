# The two programs, built with the Swift library linked in, on a small Debian without a toolchain.
#
#   docker build -t maas-emulator .
#   docker run --rm -p 5240:5240 maas-emulator
#   docker run --rm maas-emulator maas-conformance run --target http://maas.example.com:5240/MAAS --key KEY

FROM swift:6.3-bookworm AS build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libmicrohttpd-dev libsqlite3-dev libcurl4-openssl-dev \
        libxml2-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN swift build --configuration release --static-swift-stdlib --product maas-emulator \
    && swift build --configuration release --static-swift-stdlib --product maas-conformance \
    && install -D --target-directory /programs \
        "$(swift build --configuration release --static-swift-stdlib --show-bin-path)/maas-emulator" \
        "$(swift build --configuration release --static-swift-stdlib --show-bin-path)/maas-conformance"

FROM debian:bookworm-slim
# curl is for the health check; its library is needed anyway.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        ca-certificates curl libcurl4 libmicrohttpd12 libsqlite3-0 libstdc++6 libxml2 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 5240 --home-dir /data --create-home maas
COPY --from=build /programs/ /usr/local/bin/
COPY --from=build /source/fixtures /usr/local/share/maas-emulator/fixtures
USER maas
WORKDIR /data
VOLUME /data
EXPOSE 5240
# Listening beyond loopback wants a token for /emulator/. Set another one where people you do not trust can connect.
ENV MAAS_EMULATOR_CONTROL_TOKEN=emulator
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s --retries=5 \
    CMD curl --fail --silent --show-error --output /dev/null \
        --header "Authorization: Bearer $MAAS_EMULATOR_CONTROL_TOKEN" http://127.0.0.1:5240/emulator/health
STOPSIGNAL SIGTERM
CMD ["sh", "-c", "exec maas-emulator serve --listen 0.0.0.0:5240 --database /data/region.sqlite --control-token \"$MAAS_EMULATOR_CONTROL_TOKEN\""]
