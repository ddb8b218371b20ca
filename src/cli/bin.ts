#!/usr/bin/env node
import module from "node:module";

// Before anything else is loaded: Node 22 and newer then keep what they compiled for the next start.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function")
  module.enableCompileCache();
const { start } = await import("./start.ts");
await start();
