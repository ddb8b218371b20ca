# feedwright as a program for a folder that is mounted at /site.
FROM node:22-slim AS build
WORKDIR /feedwright
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.build.json ./
COPY scripts/api/package.json scripts/api/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY scripts/bundle.js scripts/
COPY src src
COPY theme theme
RUN npm run compile && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:22-slim
WORKDIR /feedwright
COPY --from=build /feedwright/package.json ./
COPY --from=build /feedwright/node_modules node_modules
COPY --from=build /feedwright/lib lib
COPY feedwright.schema.json frontmatter.schema.json LICENSE ./
COPY profiles profiles
COPY preview preview
COPY theme theme
WORKDIR /site
USER node
ENTRYPOINT ["node", "/feedwright/lib/cli/bin.js"]
CMD ["build"]
