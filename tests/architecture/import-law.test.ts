/** Proof that the import law bites: every forbidden arrow is really drawn once in a copy of the skeleton, and the linter names it. */
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** One file of each room, by hand: the test must not learn the rooms from the rules it judges. */
const FILE_OF = {
  domain: "app/domain/money/x.ts",
  ports: "app/pipeline/ports/x.ts",
  pipeline: "app/pipeline/stages/x.ts",
  shopify: "app/shopify/orders/x.ts",
  ledgers: "app/ledgers/quickbooks-online/x.ts",
  database: "app/database/repositories/x.ts",
  jobs: "app/jobs/x.ts",
  limits: "app/config/limits.ts",
  config: "app/config/x.ts",
  observability: "app/observability/x.ts",
  composition: "app/composition.server.ts",
  entries: "app/server/x.ts",
  "screens-server": "app/screens/home/loader.server.ts",
  screens: "app/screens/home/Screen.tsx",
  routes: "app/routes/x.tsx",
  components: "app/components/X.tsx",
  sandbox: "sandbox/quickbooks/x.ts",
  runners: "sandbox/play/x.ts",
  scripts: "scripts/x.ts",
} as const;
type Room = keyof typeof FILE_OF;
const rooms = Object.keys(FILE_OF).filter((name): name is Room => name in FILE_OF);

/** The law as design page 02 says it, written again. */
const LAW: Record<Room, readonly Room[]> = {
  domain: [],
  limits: [],
  ports: ["domain"],
  pipeline: ["domain", "ports", "limits"],
  shopify: ["domain", "ports", "limits"],
  ledgers: ["domain", "ports", "limits"],
  database: ["domain", "ports", "limits"],
  jobs: ["domain", "ports", "pipeline", "limits"],
  config: ["domain", "ports", "limits"],
  observability: ["domain", "ports", "limits"],
  composition: ["domain", "ports", "pipeline", "shopify", "ledgers", "database", "jobs", "config", "observability", "limits"],
  entries: ["composition", "config", "observability", "jobs", "limits"],
  "screens-server": ["composition", "domain", "ports", "pipeline", "config", "screens", "limits"],
  screens: ["components"],
  routes: ["composition", "screens-server", "screens", "components"],
  components: [],
  sandbox: [],
  runners: ["sandbox", "composition", "domain", "ports", "pipeline", "database", "jobs", "config", "limits"],
  scripts: [],
};
/** Rooms that are a single file, which cannot be drawn from a neighbour beside it. */
const isOneFile = (room: Room): boolean => room === "composition" || room === "limits";
const arrows = (allowed: boolean): [from: Room, to: Room][] =>
  rooms.flatMap((from) => rooms.filter((to) => to !== from && LAW[from].includes(to) === allowed).map((to): [Room, Room] => [from, to]));

const PACKAGES: [rule: string, home: Room, packageName: string][] = [
  ["pg-boss-stays-in-its-room", "jobs", "pg-boss"],
  ["quickbooks-libraries-stays-in-its-room", "ledgers", "node-quickbooks"],
  ["quickbooks-libraries-stays-in-its-room", "ledgers", "intuit-oauth"],
  ["prisma-stays-in-its-room", "database", "@prisma/adapter-pg"],
  ["shopify-api-stays-in-its-room", "shopify", "@shopify/shopify-api"],
];

const reportSchema = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })) }),
});

describe("the import law", () => {
  let skeleton: string;
  beforeEach(() => {
    skeleton = mkdtempSync(join(tmpdir(), "import-law-"));
    for (const name of ["package.json", "tsconfig.json", ".dependency-cruiser.cjs"]) copyFileSync(join(root, name), join(skeleton, name));
    for (const file of Object.values(FILE_OF)) write(file, "export const x = 1;\n");
    for (const [, , name] of PACKAGES) write(`node_modules/${name}/package.json`, `{"name":"${name}","main":"index.js"}`);
    for (const [, , name] of PACKAGES) write(`node_modules/${name}/index.js`, "module.exports = 1;\n");
  });
  afterEach(() => rmSync(skeleton, { recursive: true }));

  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(skeleton, file)), { recursive: true });
    writeFileSync(join(skeleton, file), text);
  };

  /** A file of the room `from` that imports the file of the room `to`; each pair gets a file of its own. */
  const draw = ([from, to]: [Room, Room], kind: "import" | "import type"): string => {
    const file = siblingOf(FILE_OF[from], `from-${from}-to-${to}`);
    const target = FILE_OF[to].startsWith("scripts/") ? relativeFromRoot(file, FILE_OF[to]) : `#${FILE_OF[to]}`;
    write(file, kind === "import" ? `import { x } from "${target}";\nexport const y = x;\n` : `import type { x } from "${target}";\nexport type Y = typeof x;\n`);
    return file;
  };

  const violations = async (...further: string[]): Promise<string[]> => {
    const run = promisify(execFile)(process.execPath, [join(root, "node_modules/.bin/depcruise"), "--config", ".dependency-cruiser.cjs", "-T", "json", "app", "sandbox", "scripts", ...further], { cwd: skeleton, maxBuffer: 64 * 1024 * 1024 });
    const output = await run.then(
      ({ stdout }) => stdout,
      (failure: { stdout: string }) => failure.stdout,
    );
    return reportSchema.parse(JSON.parse(output)).summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
  };

  it.each(["import", "import type"] as const)("names every forbidden arrow that is drawn with '%s'", async (kind) => {
    const drawn = arrows(false).filter(([from]) => !isOneFile(from));
    const expected = drawn.map((arrow) => `${draw(arrow, kind)}: ${arrow[0]}-must-not-import-${arrow[1]}`);
    expect((await violations()).sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(200);
  });

  it.each(["composition", "limits"] as const)("names every room that the file of '%s' must not reach", async (room) => {
    const forbidden = arrows(false).filter(([from]) => from === room);
    write(FILE_OF[room], forbidden.map(([, to], n) => `import { x as x${n} } from "${to === "scripts" ? relativeFromRoot(FILE_OF[room], FILE_OF.scripts) : `#${FILE_OF[to]}`}";\n`).join("") + forbidden.map((_, n) => `x${n};\n`).join(""));
    expect((await violations()).sort()).toEqual(forbidden.map(([, to]) => `${FILE_OF[room]}: ${room}-must-not-import-${to}`).sort());
  });

  it("lets every allowed arrow pass", async () => {
    for (const arrow of arrows(true)) if (!isOneFile(arrow[0])) draw(arrow, "import");
    expect(await violations()).toEqual([]);
  });

  it("lets a test beside the code import anything", async () => {
    write("app/domain/money/x.test.ts", `import { x } from "#${FILE_OF.database}";\nexport const y = x;\n`);
    expect(await violations()).toEqual([]);
  });

  it("keeps a vendor's package in the room that wraps it", async () => {
    const expected = PACKAGES.map(([rule, home, name]) => {
      write(siblingOf(FILE_OF[home], "at-home"), `import ${JSON.stringify(name)};\n`);
      const stranger = `app/pipeline/stages/uses-${name.replace(/\W/g, "-")}.ts`;
      write(stranger, `import ${JSON.stringify(name)};\n`);
      return `${stranger}: ${rule}`;
    });
    expect((await violations()).sort()).toEqual(expected.sort());
  });

  it("keeps disk, network and packages out of the domain", async () => {
    write("app/domain/money/disk.ts", `import { readFileSync } from "node:fs";\nexport const y = readFileSync;\n`);
    write("app/domain/money/package.ts", `import "pg-boss";\n`);
    expect((await violations()).sort()).toEqual([
      "app/domain/money/disk.ts: domain-imports-nothing-of-node",
      "app/domain/money/package.ts: domain-imports-only-temporal-and-zod",
      "app/domain/money/package.ts: pg-boss-stays-in-its-room",
    ]);
  });

  it("keeps the app out of what judges the books", async () => {
    const judges = ["tests/oracle/judges.ts", "tests/oracle/judges.test.ts", "tests/faults/suite/oracle/judges.ts"];
    for (const file of judges) write(file, `import { x } from "#${FILE_OF.domain}";\nexport const y = x;\n`);
    write("tests/month/plays.ts", `import { x } from "#${FILE_OF.domain}";\nexport const y = x;\n`);
    expect((await violations("tests")).sort()).toEqual(judges.map((file) => `${file}: the-oracles-judge-without-the-app`).sort());
  });

  it("keeps one screen out of another's folder, and circles out of everything", async () => {
    write("app/screens/orders/Screen.tsx", `import { x } from "../home/Screen.tsx";\nexport const y = x;\n`);
    write("app/domain/money/a.ts", `import { b } from "./b.ts";\nexport const a = (): number => b();\n`);
    write("app/domain/money/b.ts", `import { a } from "./a.ts";\nexport const b = (): number => a();\n`);
    const found = await violations();
    expect(found).toContain("app/screens/orders/Screen.tsx: screens-reach-only-their-own-folder");
    expect(found).toContain("app/domain/money/a.ts: no-circles");
  });
});

function siblingOf(file: string, name: string): string {
  const extension = file.endsWith(".server.ts") ? ".server.ts" : file.endsWith(".tsx") ? ".tsx" : ".ts";
  return `${dirname(file)}/${name}${extension}`;
}

function relativeFromRoot(from: string, to: string): string {
  return `${"../".repeat(dirname(from).split("/").length)}${to}`;
}
