# The server with the packages that it runs on, and nothing that builds it.
# docker build -t rapporteur . && docker run -p 4000:4000 -v rapporteur:/data rapporteur

FROM node:22-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY reader/package.json reader/
COPY sdk/package.json sdk/
COPY start/package.json start/

FROM manifests AS build
RUN npm ci
COPY . .
RUN npm run build:server

FROM manifests AS packages
RUN npm ci --omit=dev --omit=optional

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 RAPPORTEUR_DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/reader/dist reader/dist
COPY reader/package.json reader/
COPY package.json schema.graphql ./
COPY bin bin
COPY prisma/migrations prisma/migrations
COPY sample sample
RUN ln -s /app/bin/rapporteur.js /usr/local/bin/rapporteur && install -d -o node -g node -m 700 /data
USER node
# Holds the embedded database, unless DATABASE_URL names a Postgres. One container at a time: the lock is of one machine's kernel.
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that it gets SIGTERM and ends what is under way.
CMD ["node", "bin/rapporteur.js", "serve"]
