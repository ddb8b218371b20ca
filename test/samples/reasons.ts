/** Why a block isn't run: what stands behind `not-run:` in its head. */
export const reasons: Readonly<Record<string, string>> = {
  drawing: "it is a drawing, not code",
  help: "docs.test.ts holds it against what the command says",
  long: "it takes minutes to hours",
  root: "it needs root's rights, and changes the machine",
  watching: "it goes on until it is ended; test/cli/serve.test.ts runs it",
  docker: "it needs Docker; test/ways/dockerfile.test.ts does what the Dockerfile says",
  account: "it needs an account at a host, and the network",
};
