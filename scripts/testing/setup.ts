/** Runs before each test file. */
import { putAwayAfterThisFile } from "./at-end-of-file.ts";

putAwayAfterThisFile();
