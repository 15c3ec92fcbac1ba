# The two programs, built with the Swift library linked in, on a small Debian without a toolchain.
#
#   docker build -t maas-emulator .
#   docker run --rm -p 127.0.0.1:5240:5240 maas-emulator
#   docker run --rm maas-emulator maas-conformance run --target http://maas.example.com:5240/MAAS --key KEY
#
# packaging/serve-in-container says which variables change what is served. The .deb and the tar of 'script/package', for
# machines without Docker and with Debian's or Ubuntu's libraries:
#
#   docker build --target packages --output packages .

FROM swift:6.3-bookworm AS build
WORKDIR /source
# By themselves, so that a changed source does not install the libraries again.
COPY script/setup script/lib.sh script/
RUN script/setup
COPY . .
RUN script/package --programs-only /programs

FROM build AS packing
RUN MAAS_EMULATOR_PROGRAMS=/programs script/package --out /packages

FROM scratch AS packages
COPY --from=packing /packages/ /

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates libcurl4 libmicrohttpd12 libsqlite3-0 libstdc++6 libxml2 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 5240 --home-dir /data --create-home maas
COPY --from=build /programs/ /usr/local/bin/
COPY --from=build /source/packaging/serve-in-container /source/packaging/with-keys /usr/local/bin/
COPY --from=build /source/fixtures /usr/local/share/maas-emulator/fixtures
USER maas
WORKDIR /data
VOLUME /data
EXPOSE 5240
# Listening beyond loopback wants a token for the data of /emulator/. Set another one where people you do not trust can
# connect.
ENV MAAS_EMULATOR_CONTROL_TOKEN=emulator
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s --retries=5 \
    CMD ["maas-emulator", "control", "health", "--url", "http://127.0.0.1:5240"]
STOPSIGNAL SIGTERM
CMD ["serve-in-container"]
