# Site, indexer and one-shot preparation are one image: they share the code in indexer/contract. See docker-compose.yml.

FROM node:24-bookworm-slim AS modules
RUN apt-get update \
  && apt-get install -y --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# nodejieba is compiled here, for this very Node, rather than fetched from wherever its installer would look.
# The embedded engine goes: in containers the engine is a service of its own. It cannot be left out with
# --omit=optional, since the binaries of esbuild and lmdb are optional packages too.
RUN npm_config_build_from_source=nodejieba npm ci --omit=dev \
  && rm -rf node_modules/@gaubee \
  && node -e "require('nodejieba').cut('政言', true)"

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="zhengyan" \
  org.opencontainers.image.description="Full-text search portal for Chinese government archives" \
  org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
# As run.mjs has it, which says why: what reads the archive starts faster and takes less memory.
ENV GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=2097152:glibc.malloc.arena_max=2
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY package.json tsconfig.json container.ts ./
COPY indexer indexer
COPY server server
COPY static static
COPY views views
# A volume that is first mounted here takes over the owner of this folder.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=8s --start-period=30s --retries=3 \
  CMD ["node", "server/health-check.mjs"]
CMD ["node", "--import", "tsx", "container.ts", "serve"]
