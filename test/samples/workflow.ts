import { validateWorkflow } from "@action-validator/core";
import { load } from "js-yaml";
import { expect } from "vitest";
import type { Sandbox } from "./sandbox.ts";
import { isRecord } from "./shown.ts";

/** A GitHub workflow: as its schema has it, and its steps run as the runner would run them. */
export async function asWorkflow(text: string, sandbox: Sandbox): Promise<void> {
  expect(validateWorkflow(text).errors).toEqual([]);
  const workflow = load(text);
  const jobs = isRecord(workflow) && isRecord(workflow.jobs) ? Object.values(workflow.jobs) : [];
  const steps = jobs.flatMap((job) => (isRecord(job) && Array.isArray(job.steps) ? job.steps : []));
  expect(steps.length).toBeGreaterThan(1);
  for (const step of steps) {
    if (!isRecord(step)) expect.fail("a step is a mapping");
    else if (typeof step.run === "string") {
      const script = step.run.replace(/\$\{\{[^}]*\}\}/g, "1");
      expect(await sandbox.shell(script)).toMatchObject({ status: 0, err: "" });
    } else expect(step.uses).toMatch(/^(?:\.\/|[\w.-]+\/[\w./-]+@v\d+)/);
  }
}
