/** Where the contracts written by others (schemas, recorded exchanges) lie; tests must never copy them into the project. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const configured = process.env["CONTRACTS_DIR"];
const candidate = configured ?? fileURLToPath(new URL("../../../shared/contracts", import.meta.url));

/** Absolute path of the contracts folder, or undefined in a clone that stands alone: tests then skip and say so in their title. */
export const contractsDir: string | undefined = existsSync(candidate) ? candidate : undefined;
