# Crossroads in a container; docs/deploy/container.md says how to run it.
ARG BASE=docker.io/library/node:24-bookworm-slim

FROM ${BASE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY index.html vite.config.ts tsconfig.json crossroads.cjs LICENSE ./
COPY client client
COPY shared shared
COPY server server
RUN npm run build && npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM ${BASE}
ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0 PORT=2567
WORKDIR /app
COPY --from=build /app /app
# A user without a name works on any base; /data is all that it may write.
RUN mkdir /data && chown 10001:10001 /data
USER 10001:10001
VOLUME /data
EXPOSE 2567
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "crossroads.cjs"]
CMD ["start", "--no-build"]
