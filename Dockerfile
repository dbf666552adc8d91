# One image, whatever runs behind it: REDIS_URL decides whether it shares a Redis or keeps its own folder.

FROM node:24-slim AS repository
WORKDIR /repository
COPY . .
# Everything that the server and the screens are built from; and what the server alone needs to run.
RUN turbo=$(node -p "require('./package.json').devDependencies.turbo") \
  && npx --yes "turbo@$turbo" prune @evenkeel/server @evenkeel/web --docker --out-dir /build \
  && npx --yes "turbo@$turbo" prune @evenkeel/server --docker --out-dir /run

FROM node:24-slim AS built
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1
COPY --from=repository /build/json/ ./
RUN npm ci
COPY --from=repository /build/full/ /repository/tsconfig.base.json ./
# Gathered here, so that a package more needs no line more.
RUN npx turbo run build --filter=@evenkeel/server --filter=@evenkeel/web \
  && mkdir /product \
  && cp -r --parents packages/*/dist packages/playbook/cards apps/server/dist apps/web/out /product

FROM node:24-slim AS modules
WORKDIR /app
COPY --from=repository /run/json/ ./
RUN npm ci --omit=dev

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=modules /app/ ./
COPY --from=built /product/ ./
USER node
VOLUME /data
EXPOSE 3000
# Node itself takes the signals, so that a stop is a graceful one.
CMD ["node", "apps/server/dist/main.js"]
