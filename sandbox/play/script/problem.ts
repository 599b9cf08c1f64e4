/** What is wrong with a script, and where: every problem is told with its place, so that the author can fix all of them at once. */
import type { z } from "zod";

export type ScriptProblem = {
  /** Such as `steps[3].amount`; empty for the script as a whole. */
  place: string;
  /** One sentence: what is wrong and what is allowed. */
  reason: string;
};

/** A script, an order file or a command line that is wrong; `play` prints the problems and exits with 2. */
export class ScriptError extends Error {
  readonly problems: readonly ScriptProblem[];

  constructor(problems: readonly ScriptProblem[]) {
    super(problems.map(problemText).join("\n"));
    this.problems = problems;
  }
}

export const problemText = ({ place, reason }: ScriptProblem): string => (place === "" ? reason : `${place}: ${reason}`);

/** `["steps", 3, "amount"]` → `steps[3].amount`. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

/** Zod's findings in the words of the format; `under` is the path of the parsed value inside the script. */
export function problemsOf(error: z.ZodError, under: readonly PropertyKey[] = []): ScriptProblem[] {
  return error.issues.map((issue) => ({ place: placeOf([...under, ...issue.path]), reason: reasonOf(issue) }));
}

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return `${issue.keys.map((key) => `"${key}"`).join(", ")} is not known here`;
    case "invalid_value":
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    case "invalid_type":
      return issue.input === undefined ? `is missing; ${article(issue.expected)} is expected` : `${article(issue.expected)} is expected`;
    default:
      return issue.message;
  }
}

const article = (noun: string): string => (/^[aeio]/.test(noun) ? `an ${noun}` : `a ${noun}`);
